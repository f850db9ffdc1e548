/**
 * What the text says of a body: its kind, the body that it is a part of, what its acronym stands for.
 *   국립암센터 → hospital · 파주시 평화경제과 → part of 파주시 · WHO → 세계보건기구
 */
import { knownPartners } from "../abbreviation.js";
import { kindOf } from "../body-kind.js";
import { unitsNamed } from "../gazetteer.js";
import { isLatin, nameKey } from "../name-key.js";
import type { Scene } from "../scene.js";
import type { Cast, Draft } from "./draft.js";

/** 과, 국, 실 …: what the last word of a department ends in. */
const DEPARTMENT =
  /(?:과|국|실|부|팀|단|관|본부|센터|위원회|위|특위|지부|지회|지청|지원|단독|사무소|연구소|사업소|담당관|추진단|노조|함대|사단|처|소|부문|학부|도당|시당|기동대|수사대|의대|공대|법대|대학|대학원|연구원|기술원)$/u;
/** 행정안전부 산하 국립과학수사연구원, 한빛전자 자회사인 다솜테크. */
const UNDER = /^(?:의)? (?:산하|소속|직속|부설|자회사|계열사)(?: 기관)?(?:인)? $/u;

/** The legal form of a company in its name. */
const COMPANY = /㈜|\(주\)|주식회사|유한회사|유한책임회사|(?<![A-Za-z])(?:Inc|Corp|Co|Ltd|LLC)\.?$/u;

/** 야당 북극성, 집권 사회민주동맹, 원내 제1당인 미래연대: what a party alone is called. */
const PARTY_BEFORE = /(?:(?<![가-힣])[여야]당|정당|제[1-3]당|집권|진보당|보수당)(?:인)? [‘'“"]?$/u;
/** A name that ends like another kind of body, or like none. */
const MAY_BE_PARTY: ReadonlySet<string | undefined> = new Set([undefined, "association", "religious", "union"]);
const isCalledParty = ({ text, mentions }: Scene, { cluster }: Draft) =>
  cluster.some((m) => PARTY_BEFORE.test(text.slice(Math.max(0, mentions[m]!.start - 8), mentions[m]!.start)));

/** Titles that say of a body that it is a party: 미래연대 문가람 후보. */
const OF_A_PARTY = /^(?:(?:국회)?의원|(?:예비)?후보|원내대표|최고위원|당대표|비례대표)$/u;

/** Makes parties of the bodies that candidates and members of a parliament are of. Runs after the people are described. */
export function describeParties(cast: Cast): void {
  const byId = new Map(cast.drafts.map((draft) => [draft.id, draft]));
  for (const { affiliation, titles } of cast.drafts) {
    const body = byId.get(affiliation ?? "");
    if (body?.type === "ORGANIZATION" && MAY_BE_PARTY.has(body.kind) && titles?.some((title) => OF_A_PARTY.test(title)))
      body.kind = "party";
  }
}

export function describeOrganisations(scene: Scene, cast: Cast): void {
  for (const draft of cast.drafts) {
    if (draft.type !== "ORGANIZATION" && !draft.forms.some((form) => form.type === "ORGANIZATION")) continue;
    const outlet = draft.cluster.some((m) => scene.mentions[m]!.role === "outlet");
    const legal = draft.cluster.some((m) => COMPANY.test(scene.mentions[m]!.text));
    const governs = draft.forms.some((form) => unitsNamed(form.key).length > 0);
    const kind = outlet
      ? "media"
      : legal
        ? "company"
        : (kindOfWords(draft.name) ??
          first(draft.forms.map((form) => kindOf(form.key))) ??
          (governs ? "government" : undefined));
    if (MAY_BE_PARTY.has(kind) && isCalledParty(scene, draft)) draft.kind = "party";
    else if (kind !== undefined) draft.kind = kind;
    const parent = parentOf(cast, draft) ?? superiorOf(scene, cast, draft);
    if (parent) draft.parent = parent.id;
  }
  for (const draft of cast.drafts) {
    if (draft.type !== "ORGANIZATION" && draft.type !== "EVENT") continue;
    const glossed = draft.cluster.some((m) => /gloss|defined|known/u.test(scene.joins.reason(m)));
    const cut = draft.forms.some(
      ({ text }) => text !== draft.name && (isLatin(text) || (glossed && text.length < draft.name.length)),
    );
    if (cut && !isLatin(draft.name)) draft.expansion = draft.name;
  }
}

const first = <T>(values: readonly (T | undefined)[]): T | undefined => values.find((value) => value !== undefined);

/** A department is of its body's kind: 서울고법 형사3부, 국회 국방위원회. */
function kindOfWords(name: string): string | undefined {
  const words = name.split(" ");
  const whole = words.length > 1 && DEPARTMENT.test(words.at(-1)!) ? nameKey(words.slice(0, -1).join("")) : "";
  const governs = unitsNamed(whole).some((unit) => unit.level !== "emd") ? "government" : undefined;
  const own = kindOf(nameKey(name));
  return own === undefined || own === "government" ? (kindOf(whole) ?? own ?? governs) : own;
}

/** The body named by the words before the last of a department's name, or by another name of it: 행안부 재난관리실. */
function parentOf(cast: Cast, draft: Draft): Draft | undefined {
  const words = draft.name.split(" ");
  if (words.length < 2 || !DEPARTMENT.test(words.at(-1)!)) return undefined;
  for (let length = words.length - 1; length > 0; length--) {
    const key = nameKey(words.slice(0, length).join(""));
    const school = key.endsWith("대학교") ? key.slice(0, -2) : key.endsWith("대") ? `${key}학교` : key;
    for (const name of [key, school, ...knownPartners(key)]) {
      const parent = cast.byKey.get(name);
      if (parent && parent !== draft) return parent;
    }
  }
  return undefined;
}

function superiorOf({ text, mentions }: Scene, cast: Cast, draft: Draft): Draft | undefined {
  for (const m of draft.cluster) {
    const before = mentions[m - 1];
    if (
      before?.type === "ORGANIZATION" &&
      UNDER.test(text.slice(before.end, mentions[m]!.start)) &&
      cast.of[m - 1] !== draft
    )
      return cast.of[m - 1];
  }
  return undefined;
}
