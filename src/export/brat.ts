import { offsetsOf } from "../core/offsets.js";
import type { Doc, Span } from "../core/types.js";

/**
 * brat standoff. Write `text` to a `.txt` and `ann` to the `.ann` beside it.
 *
 * T  text-bound: mentions, and event triggers (type `Event_` + kind). Offsets in code points, which is how brat counts.
 * E  events with Participant, Place and Time arguments; A  Status of an event; R  relations; *  mentions of one entity.
 * #  notes: TIMEX3 value of a DATE or TIME, canonical name of an entity.
 */
export function toBrat(doc: Doc): { readonly text: string; readonly ann: string } {
  const codePoints = offsetsOf(doc.text, "codePoint");
  const lines: string[] = [];
  let textBound = 0;
  const bind = (type: string, span: Span): string => {
    const id = `T${++textBound}`;
    const pieces = linePieces(doc.text, span);
    const offsets = pieces.map(({ start, end }) => `${codePoints(start)} ${codePoints(end)}`).join(";");
    const surface = pieces.map(({ start, end }) => doc.text.slice(start, end)).join(" ");
    lines.push(`${id}\t${type} ${offsets}\t${surface}`);
    return id;
  };

  const ofMention = new Map(doc.mentions.map((mention) => [mention.id, bind(mention.type, mention)]));
  const ofTimex = new Map(
    doc.mentions.flatMap(({ id, timex }) => (timex ? [[timex, ofMention.get(id)] as const] : [])),
  );
  const mentionsOf = new Map(
    doc.entities.map(({ id, mentions }) => [id, mentions.flatMap((mention) => ofMention.get(mention) ?? [])]),
  );
  const starts = new Map(doc.mentions.map(({ id, start }) => [ofMention.get(id), start]));
  // An entity takes part in an event through its last mention before the trigger, else through its first.
  const before = (entity: string, trigger: Span): string | undefined => {
    const members = mentionsOf.get(entity) ?? [];
    return members.findLast((id) => (starts.get(id) as number) < trigger.start) ?? members[0];
  };

  let note = 0;
  const annotate = (target: string, text: string) =>
    lines.push(`#${++note}\tAnnotatorNotes ${target}\t${text.replace(/\s+/g, " ")}`);

  for (const timex of doc.timexes) {
    const target = ofTimex.get(timex.id);
    if (target) annotate(target, `${timex.type} ${timex.value}${timex.mod ? ` ${timex.mod}` : ""}`);
  }
  doc.events.forEach((event, i) => {
    const type = `Event_${event.kind.replace(/[^A-Za-z0-9_-]/g, "_")}`;
    const trigger = bind(type, event.trigger);
    const roles: readonly (readonly [string, string | undefined])[] = [
      ["Time", ofTimex.get(event.timex)],
      ...event.participants.map((entity) => ["Participant", before(entity, event.trigger)] as const),
      ["Place", event.place === undefined ? undefined : before(event.place, event.trigger)],
    ];
    const counts = new Map<string, number>();
    const args = roles.flatMap(([role, target]) => {
      if (target === undefined) return [];
      const count = (counts.get(role) ?? 0) + 1;
      counts.set(role, count);
      return [` ${role}${count > 1 ? count : ""}:${target}`];
    });
    lines.push(`E${i + 1}\t${type}:${trigger}${args.join("")}`);
    lines.push(`A${i + 1}\tStatus E${i + 1} ${event.status}`);
  });
  let relations = 0;
  for (const { type, from, to } of doc.relations) {
    const [a, b] = [mentionsOf.get(from)?.[0], to === undefined ? undefined : mentionsOf.get(to)?.[0]];
    if (a && b) lines.push(`R${++relations}\t${type} Arg1:${a} Arg2:${b}`);
  }
  for (const { id, name } of doc.entities) {
    const members = mentionsOf.get(id) ?? [];
    if (members.length > 1) lines.push(`*\tEquiv ${members.join(" ")}`);
    if (members[0]) annotate(members[0], name);
  }
  return { text: doc.text, ann: lines.map((line) => `${line}\n`).join("") };
}

/** brat breaks a span at line ends: `0 5;6 9`. */
function linePieces(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const atBreak = i === end || text[i] === "\n" || text[i] === "\r";
    if (!atBreak) continue;
    if (i > from) pieces.push({ start: from, end: i });
    from = i + 1;
  }
  return pieces;
}
