/**
 * Rule: a short form joins the one fuller name in the text that it abbreviates.
 *   민주당 for 더불어민주당 · 서울중앙지법 for 서울중앙지방법원 · 항우연 for 한국항공우주연구원 · 금호 for 금호석유화학
 * Never: a body for its department (국회 / 국회 운영위원회), one of two that it would fit (삼성 / 삼성전자, 삼성물산).
 */
import type { MentionType } from "../../core/types.js";
import { GROUPS } from "../company-groups.table.js";
import {
  type Abbreviation,
  abbreviates,
  abbreviationStarts,
  knownPartners,
  REACHES,
  sameSpeltOut,
} from "../abbreviation.js";
import { unitsNamed } from "../gazetteer.js";
import { nameKey } from "../name-key.js";
import type { Form, Scene } from "../scene.js";
import { isGenericBody } from "./generic-body.js";

/** How many names that share what is asked for are looked at: keeps ten thousand names linear. */
const BLOCK = 64;
/** Syllables of a name that are looked at. */
const LONGEST = 40;
const ABBREVIATED: ReadonlySet<MentionType> = new Set(["ORGANIZATION", "LOCATION", "EVENT", "WORK", "LAW"]);
/** Best first. */
const STRENGTH: readonly Abbreviation[] = ["known", "tail", "head", "syllables", "inner"];

/** National bodies whose name others end in: 경찰청 is not 충북경찰청. */
const OWN_BODY =
  /^(?:경찰청|검찰청|국세청|관세청|병무청|교육부|국방부|외교부|통일부|법무부|환경부|노동부|산업부|국무부|재무부|상무부|대법원|헌법재판소|국회|감사원|한국은행|대한체육회|소방청|산림청|기상청|조달청|통계청|적십자사|유엔|대표팀|국가대표팀|정부|청와대|대통령실|총리실)$/u;

/** A panel or squad is its court's or station's voice: 대법원 3부, 서울행정법원 행정5부. */
const PANEL = /^(?:(?:형사|민사|행정|가사|특별|합의)?\d{1,2}(?:-\d)?(?:부|단독)|전원합의체|대법정|소부)$/u;

/** Of two bodies that a short form fits, the Korean one: 빙상연맹 is 대한빙상경기연맹 beside 국제빙상경기연맹. */
const DOMESTIC = /^(?:대한|한국|전국)/u;

/** A branch or union of a body is not the body. */
const BRANCH = /^(?:지부|지회|분회|노조|노동조합|기자단|의회|교육청|경찰청|사내하청)/u;

/** 프랑스 is not 스타드 드 프랑스, though 중구 is 인천 중구 and 장안구 수원시 장안구. */
const isOtherPlace = (short: Form, full: Form) =>
  unitsNamed(short.key).length > 0 && unitsNamed(nameKey(full.text.split(" ")[0]!)).length === 0;

/** Groups of companies: SK is not SK이노베이션. */
const GROUP = new RegExp(`^(?:${GROUPS}|hd|농협|수협|구글|테슬라|애플|아마존)$`, "u");

/** Parts of the world, which many names begin with: 아시아 is not 아시아나래회의. */
const PART_OF_WORLD =
  /^(?:아시아|유럽|아프리카|중동|북미|남미|중남미|동남아|동남아시아|동북아|동북아시아|중앙아시아|오세아니아|태평양|대서양|인도양|유라시아|아랍|서방|서유럽|동유럽|북유럽|카리브|발칸)$/u;

/** What a facility's name may leave off: 사직 for 사직야구장. */
const FACILITY =
  /^(?:장터|시장|야구장|축구장|경기장|구장|체육관|공원|광장|터미널|역|마을|항|타워|아레나|돔|해수욕장|산업단지|산단)$/u;

export function joinShortForms(scene: Scene): void {
  joinDepartments(scene);
  const candidates = scene.forms.filter((form) => ABBREVIATED.has(form.type) && !isGenericBody(form));
  const asked = candidates.map(asks);
  const blocks = blocksOf(candidates, asked);
  for (let i = 0; i < candidates.length; i++) {
    const short = candidates[i]!;
    const found = fullForms(scene, short, asked[i]!, blocks);
    if (found.length === 0) continue;
    const best = STRENGTH.find((kind) => found.some((one) => one.kind === kind));
    const fitting = found.filter((one) => one.kind === best);
    const things = new Map(fitting.map((one) => [scene.joins.find(one.form.mentions[0]!), one]));
    const all = [...things.values()];
    const domestic = all.filter((one) => DOMESTIC.test(one.form.key));
    const [chosen, ...more] =
      all.length <= 1 ? all : domestic.length === 1 ? domestic : all.filter((one) => opens(scene, short, one.form));
    if (chosen && more.length === 0)
      scene.joins.join(short.mentions[0]!, chosen.form.mentions[0]!, `short-form:${chosen.kind}`);
  }
}

/** A short form that only the titles have is what the article opens with: 나래, 가온공업 인수 … 나래제약은. */
function opens({ article, mentions }: Scene, short: Form, full: Form): boolean {
  const [lead] = article.body;
  const { end } = mentions[short.mentions.at(-1)!]!;
  const { start } = mentions[full.mentions[0]!]!;
  return (
    lead !== undefined && article.headline !== undefined && end <= lead.start && lead.start <= start && start < lead.end
  );
}

/** 문화재청 문화재활용국 근대문화재과 is 문화재청 근대문화재과: a department with the level between left out. */
function joinDepartments(scene: Scene): void {
  const byEnds = new Map<string, Form>();
  for (const form of scene.forms) {
    if (form.type !== "ORGANIZATION") continue;
    const words = form.text.split(" ");
    if (!/(?:과|팀|실|담당관)$/u.test(words.at(-1)!)) continue;
    const ends = `${words[0]} ${words.at(-1)}`;
    const other = byEnds.get(ends);
    if (other) scene.joins.join(form.mentions[0]!, other.mentions[0]!, "same-department");
    else byEnds.set(ends, form);
  }
}

/** What a short form asks for, and a full form may offer; a pair that shares none of these is never compared. */
const asks = ({ key, type }: Form): string[] => [
  `${type}h${key}`,
  `${type}t${key}`,
  `${type}c${sameSpeltOut(key)}`,
  `${type}s${key[0]}${key.at(-1)}`,
  `${type}i${key.slice(0, 3)}`,
];

/** Forms by what they offer and another asks for. */
function blocksOf(
  candidates: readonly Form[],
  asked: readonly (readonly string[])[],
): ReadonlyMap<string, readonly Form[]> {
  const blocks = new Map<string, Form[]>();
  const lengths = new Set<number>();
  let shortest = LONGEST;
  for (const own of asked) for (const ask of own) if (!blocks.has(ask)) blocks.set(ask, []);
  for (const { key } of candidates) {
    if (key.length <= LONGEST) lengths.add(key.length);
    shortest = Math.min(shortest, key.length);
  }
  const offer = (key: string, form: Form) => {
    const block = blocks.get(key);
    if (block && block.length < BLOCK && block.at(-1) !== form) block.push(form);
  };
  for (const form of candidates) {
    const { key, type, text } = form;
    offer(`${type}c${sameSpeltOut(key)}`, form);
    if (key.length <= shortest) continue;
    for (const length of lengths) {
      offer(`${type}h${key.slice(0, length)}`, form);
      offer(`${type}t${key.slice(-length)}`, form);
    }
    for (let at = 0; at + 3 <= Math.min(key.length, LONGEST); at++) offer(`${type}i${key.slice(at, at + 3)}`, form);
    const ends = new Set(key.slice(-REACHES));
    for (const start of abbreviationStarts(key, text))
      for (const last of ends) offer(`${type}s${key[start]}${last}`, form);
  }
  return blocks;
}

function fullForms(
  scene: Scene,
  short: Form,
  asked: readonly string[],
  blocks: ReadonlyMap<string, readonly Form[]>,
): { form: Form; kind: Abbreviation }[] {
  const found: { form: Form; kind: Abbreviation }[] = [];
  for (const partner of knownPartners(short.key)) {
    const form = scene.byKey.get(partner)?.find((other) => other.type === short.type);
    if (form && form.key.length >= short.key.length) found.push({ form, kind: "known" });
  }
  for (const ask of asked) {
    for (const form of blocks.get(ask)!) {
      if (form.key.length < short.key.length) continue;
      const kind = abbreviates(short.key, form.key, form.text);
      if (kind && allowed(short, form, kind)) found.push({ form, kind });
    }
  }
  return found;
}

function allowed(short: Form, full: Form, kind: Abbreviation): boolean {
  if (kind === "known") return true;
  if (PART_OF_WORLD.test(short.key)) return false;
  if (kind !== "head" && OWN_BODY.test(short.key)) return false;
  const inside = full.key.indexOf(short.key);
  if (inside >= 0 && BRANCH.test(full.key.slice(inside + short.key.length))) return false;
  if (kind === "tail")
    return (
      (short.key.length > 2 || / /u.test(full.text)) &&
      !(short.type === "LOCATION" && !full.text.endsWith(` ${short.text}`)) &&
      !(short.type === "LOCATION" && isOtherPlace(short, full))
    );
  if (short.type === "LOCATION") {
    if (kind === "head") return unitsNamed(short.key).length === 0 && FACILITY.test(full.key.slice(short.key.length));
    return (
      short.key[0] === full.key[0] &&
      short.key.at(-1) === full.key.at(-1) &&
      short.key.length >= 3 &&
      !/\d/u.test(full.key)
    );
  }
  if (kind === "head") {
    const rest = restAfter(short, full);
    if (OWN_BODY.test(short.key)) return PANEL.test(rest.text);
    if (PANEL.test(rest.text)) return true;
    if (unitsNamed(short.key).some((unit) => unit.level === "country")) return /대표팀$/u.test(rest.text);
    if (!rest.spaced && (GROUP.test(short.key) || /[시군구]$/u.test(short.key))) return false;
    if (
      short.type === "ORGANIZATION" &&
      rest.spaced &&
      /(?:부|과|국|실|팀|청|처|원|위원회|본부|센터|단|특위|소|회|노조|노동조합|기자단|연구진|지부|지회|서|사무소|기구|함대|사단|여단|단독|지청|지원|부문|학부|당|기동대|수사대|순찰대|구조대|경비대|부대|의대|공대|법대|대학)$/u.test(
        rest.text,
      )
    )
      return false;
    return !(
      short.type === "ORGANIZATION" &&
      unitsNamed(short.key).some((unit) => unit.level !== "emd") &&
      !rest.spaced
    );
  }
  if (kind === "inner") return short.type === "ORGANIZATION" && unitsNamed(short.key).length === 0;
  return short.type === "ORGANIZATION" || short.key.at(-1) === full.key.at(-1);
}

/** What follows the short form, or the word that it cuts short, in the full one, and whether a space parts them: 부산대 | 화학부 of 부산대학교 화학부. */
function restAfter(short: Form, full: Form): { text: string; spaced: boolean } {
  const words = full.text.split(" ");
  let at = 0;
  for (const word of words) {
    at += word.replace(/[\s·'‘’"“”().-]/gu, "").length;
    if (at < short.key.length) continue;
    const isCut = at > short.key.length;
    if (isCut && at >= full.key.length) break;
    return { text: full.key.slice(at), spaced: true };
  }
  return { text: full.key.slice(short.key.length), spaced: false };
}
