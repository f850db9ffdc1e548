import type { LabelLanguage } from "../export/labels.table.js";

/** What the page says. `{…}` is filled in. */
export const WORDS = {
  tagline: { ko: "한국어 기사를 읽는 라이브러리", en: "a library that reads Korean news" },
  language: { ko: "English", en: "한국어" },
  title: { ko: "기사 분석해 보기", en: "Try it on an article" },
  article: { ko: "기사 본문", en: "Article" },
  placeholder: { ko: "기사를 붙여 넣으세요.", en: "Paste a Korean article." },
  example: { ko: "예문 넣기", en: "Use the example" },
  published: { ko: "보도일", en: "Published on" },
  publishedHint: {
    ko: "‘오는 28일’ 같은 말의 기준입니다. 비워 두면 본문에서 찾습니다.",
    en: "Relative dates are read against it. Left empty, it is looked for in the text.",
  },
  analyze: { ko: "분석", en: "Analyse" },
  privacy: {
    ko: "글은 이 브라우저 밖으로 나가지 않습니다. 한 번 열면 인터넷 없이도 됩니다.",
    en: "Your text does not leave this browser. Once opened, the page works offline.",
  },
  views: { ko: "결과 보기", en: "Views of the result" },
  view: { ko: "기사와 일정", en: "Text and timeline" },
  empty: {
    ko: "찾은 인물·장소·기관, 날짜, 일정, 발언이 여기에 나타납니다.",
    en: "People, places, organisations, dates, events and quotes will appear here.",
  },
  withTokens: { ko: "형태소도 보이기", en: "morphemes too" },
  copy: { ko: "복사", en: "Copy" },
  copied: { ko: "복사했습니다.", en: "Copied." },
  jsonLabel: { ko: "JSON 결과", en: "Result as JSON" },
  loading: { ko: "사전과 모형을 읽고 있습니다…", en: "Loading lexicon and model…" },
  ready: { ko: "준비됐습니다.", en: "Ready." },
  done: {
    ko: "{characters}자 · {ms} ms · 개체 {entities} · 사건 {events} · 발언 {quotes}",
    en: "{characters} characters · {ms} ms · {entities} entities · {events} events · {quotes} quotes",
  },
  failed: { ko: "사전과 모형을 읽지 못했습니다: {reason}", en: "Lexicon and model cannot be loaded: {reason}" },
} as const satisfies Readonly<Record<string, Readonly<Record<LabelLanguage, string>>>>;

export type Word = keyof typeof WORDS;

/** examples/article.txt, shortened: names and places are made up. */
export const EXAMPLE = {
  published: "2024-03-25",
  text: `한빛시, 핀란드 라헨시와 ‘겨울 축제’ 교류 협약…오는 28일 체결
박도윤 시장 등 대표단 5명 27일 출국, 스마트 물관리 기술도 논의

[가람일보=이서준 기자] 강원 한빛시가 핀란드 라헨시와 겨울 축제 교류에 나선다.

박도윤 한빛시장은 오는 27일부터 4월 3일까지 핀란드를 방문해 라헨시와 업무협약(MOU)을 체결한다고 25일 밝혔다. 협약식은 28일 오후 2시 라헨시청에서 열린다. 박 시장과 함께 김하늘 한빛시의회 의장, 한빛문화재단 관계자 등 5명이 방문길에 오른다.

박 시장은 “3년간 준비한 교류가 결실을 맺게 됐다”며 “시민이 함께하는 축제로 키우겠다”고 말했다.

방문단은 30일 헬싱키에 있는 핀란드수자원공사를 찾아 물관리 기술을 살펴본다. 한국수자원공사(K-water·이하 공사)도 이 자리에 참석한다. 공사는 다음 달 10일 한빛댐에서 시범 사업을 시작한다.

이서준 기자 seojun@garam.example`,
} as const;
