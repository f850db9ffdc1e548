/** What the words around a name say that the person does in the article: reporter, quoted, deceased, accused. */
import { type Scene, sentenceAt } from "../scene.js";

/** A name's own words up to its particle: (52) 씨, 파주시장; not 씨의 아들. */
const BRACKET = "(?: ?\\([^()\\n]{1,30}\\))?";
const WORD = "[가-힣A-Za-z0-9·]{1,14}";
const PHRASE = `${BRACKET}(?: ?${WORD}(?:(?<![의은는을를에게서와과]) ${WORD}){0,2}?)??${BRACKET}`;
const afterName = (pattern: string): RegExp => new RegExp(`^${PHRASE}${pattern}`, "u");
const DEATH = "(?:숨졌|숨진 채|숨을 거|사망했|사망한|별세했|별세한|세상을 떠|유명을 달리|타계했|작고했)";
const ARREST = "(?:구속|체포|입건|기소|송치|검거|고발|고소|기소유예|재판)";
const SPEECH =
  "(?:말했|밝혔|전했|설명했|강조했|덧붙였|주장했|지적했|당부했|했다|답했|반박했|토로했|호소했|회상했|평가했|말한|밝힌)";

const DEAD_BEFORE = /(?:고\(故\)|故|(?<![가-힣”"’'])고|숨진|사망한|별세한|작고한) ?$/u;
const DEAD_AFTER = afterName(`(?:은|는|이|가|도|께서) (?:[^.\\n“"]{0,40}(?<![이가] ))?${DEATH}`);
/** 문가람 씨 별세, in a headline or a notice; not 문가람 회장 모친 별세. */
const DEATH_OF = afterName("(?<![친모부인상편]) (?:별세|타계|작고)(?![가-힣])");
/** 문가람 전 회장의 빈소; not 문가람 씨는 이웃의 빈소. */
const MOURNED = afterName(`의 (?:빈소|유족|유가족|시신|유해|발인|장례|영결식|영정|추모)`);
const isDead = (after: string) => DEAD_AFTER.test(after) || DEATH_OF.test(after);
/** Words without which the longer patterns need not be tried: most names have none behind them. */
const DEATH_WORD = /숨[졌진을]|사망|별세|세상을|유명을|타계|작고/u;
const CHARGE_WORD = /혐의|징역|벌금|금고|사형|집행유예/u;
const QUOTATION = /[”"]/u;
const QUOTATIVE = /[다라자냐]고 /u;
const ACCUSED_BEFORE = /(?:용의자|피의자|피고인|가해자)(?:인)? ?$/u;
/** 김나래 씨를 살인 혐의로 구속했다; not 김나래 씨를 때린 혐의로. */
const ACCUSED_OF = afterName(
  `(?:을|를) (?:[^.\\n“]{0,40}[가-힣)’] )?[^.\\n“ ]{1,12}(?<![한된준린친킨은던]) 혐의로 (?:불구속 |구속 |긴급 ?)?${ARREST}(?!된|한|당한)`,
);
const ACCUSED_IS = afterName(
  `(?:은|는|이|가) [^.\\n“]{0,60}혐의(?:로|를 받) ?(?:불구속 |구속 |긴급 ?)?(?:${ARREST}(?!된|한|당한)|고 있)`,
);
const SENTENCED = afterName(`에게는? [^.\\n]{0,40}(?:징역|벌금|금고|사형|집행유예)[^.\\n]{0,40}(?:선고|확정)`);
const UPON_CHARGE = /혐의로 $/u;
const TAKEN = afterName(`(?:이|가|을|를) (?:불구속 |긴급 ?)?${ARREST}`);

const SPEAKS = afterName(
  `(?:은|는|이|가|도)(?: [^.\\n“]{0,60})?[“"][^”"\\n]{1,400}[”"](?:이?라(?:고|며|면서)|고|이?며|면서)`,
);
const REPORTS = afterName(`(?:은|는|이|가|도) [^.\\n“”]{1,200}[다라자냐]고 (?:[^.\\n“”]{0,16} )?${SPEECH}`);
const NOMINATIVE = afterName("[이가] ");
/** 매체들은 홍길순이 갔다고: who reports stands before, and no clause ends between. */
const OTHERS_TOPIC = /[가-힣][은는] (?!.*(?:고|며|자|지만|데),? )/u;
/** “…”고 홍길순 씨는 말했다. */
const AFTER_QUOTE = /[”"](?:이?라고|고) $/u;
const SAID = afterName(`(?:은|는|이|가|도) (?:[^.\\n“”]{0,16} )?${SPEECH}`);
const BY_REPORTER = /^ ?(?:[가-힣]{0,4}기자|특파원) ?(?:[\w.+-]{2,40}@|$)/mu;
const CREDIT = /(?:사진|글|취재|영상) ?[=:] ?$/u;

/** Characters of the sentence before and after a name that are looked at. */
const BEFORE = 12;
const AFTER = 500;

export function rolesAt(scene: Scene, index: number): string[] {
  const { text, mentions } = scene;
  const { start, end, role } = mentions[index]!;
  const sentence = sentenceAt(scene, start);
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, Math.min(sentence?.end ?? text.length, end + AFTER));
  const roles: string[] = [];
  if (role === "reporter" || BY_REPORTER.test(after.slice(0, 60)) || CREDIT.test(before)) roles.push("reporter");
  if (DEAD_BEFORE.test(before) || (DEATH_WORD.test(after) && isDead(after)) || MOURNED.test(after))
    roles.push("deceased");
  if (
    ACCUSED_BEFORE.test(before) ||
    (CHARGE_WORD.test(after) && (ACCUSED_OF.test(after) || ACCUSED_IS.test(after) || SENTENCED.test(after))) ||
    (UPON_CHARGE.test(before) && TAKEN.test(after))
  )
    roles.push("accused");
  const speaks = (QUOTATION.test(after) && SPEAKS.test(after)) || (AFTER_QUOTE.test(before) && SAID.test(after));
  const reports = !speaks && QUOTATIVE.test(after) && REPORTS.test(after);
  if (!speaks && !reports) return roles;
  // Said of the name, and not by it: “문가람은 간다”고.
  const clause = text.slice(Math.max(sentence?.start ?? 0, start - AFTER), start);
  const isInside = clause.lastIndexOf("“") > clause.lastIndexOf("”");
  if (!isInside && !(reports && NOMINATIVE.test(after) && OTHERS_TOPIC.test(clause))) roles.push("quoted");
  return roles;
}
