import { loadAnalyzer } from "gisa";

const analyzer = await loadAnalyzer();
const text = `박도윤 한빛시장은 오는 28일 핀란드 라헨시를 찾아 업무협약(MOU)을 체결한다.
박 시장은 “3년간 준비한 교류가 결실을 맺게 됐다”고 25일 말했다.`;
const doc = analyzer.analyze(text, { publishedAt: "2024-03-25" });

for (const { type, name, titles, aliases } of doc.entities) console.log(type, name, titles ?? "", aliases);
for (const { text, value } of doc.timexes) console.log(text, "→", value);
for (const { trigger, date, status } of doc.events) console.log(date.from, trigger.text, status);
for (const { speaker, text } of doc.quotes) console.log(doc.entities.find(({ id }) => id === speaker)?.name, text);
