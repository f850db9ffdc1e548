/** Rule: years without 년: (1880~1964), 1919~1945, (2009), 2013~14 시즌, 1885~미상. */
import { numberMayBegin } from "./counted-unit.js";
import type { Rule } from "./rule.js";

const SPAN = /(?<from>1[0-9]\d\d|20\d\d)(?<joiner> ?[~∼～–-] ?)(?<to>1[0-9]\d\d|20\d\d)(?![\d.])/y;
const OPEN = /(?<year>1[0-9]\d\d|20\d\d)(?=[~∼～](?:미상|\)|현재|\s))/y;
const BRACKETED = /(?<year>19\d\d|20\d\d)(?=[)）])/y;

export const bareYear: Rule = {
  id: "bare-year",
  starts: "12",
  read(text, at) {
    if (!numberMayBegin(text, at)) return null;
    SPAN.lastIndex = at;
    const span = SPAN.exec(text);
    if (span?.groups) {
      const end = at + span[0].length;
      const from = Number(span.groups["from"]);
      const to = Number(span.groups["to"]);
      if (/^ ?(?:년|년도)/.test(text.slice(end, end + 3))) return null;
      // 1500-2000 is an amount or a number unless brackets hold it alone.
      const bracketed = text.charAt(at - 1) === "(" || text.charAt(at - 1) === "·" || /^[)）,]/.test(text.charAt(end));
      const tilde = /[~∼～]/.test(span.groups["joiner"] ?? "");
      if (
        from >= to ||
        to - from > 120 ||
        !(bracketed || tilde) ||
        /^ ?(?:명|원|만|개|억|m|㎡|건|톤|t)/.test(text.slice(end, end + 3))
      )
        return null;
      return [
        {
          kind: "count",
          start: at,
          end,
          rule: "bare-year",
          unit: "year",
          numbers: [from, to],
          joint: "range",
          bare: true,
          dated: true,
        },
      ];
    }
    OPEN.lastIndex = at;
    BRACKETED.lastIndex = at;
    const one =
      OPEN.exec(text) ?? (text.charAt(at - 1) === "(" || text.slice(at - 2, at) === ", " ? BRACKETED.exec(text) : null);
    if (!one?.groups) return null;
    return [
      {
        kind: "count",
        start: at,
        end: at + 4,
        rule: "bare-year",
        unit: "year",
        numbers: [Number(one.groups["year"])],
        joint: "one",
        bare: true,
        dated: true,
      },
    ];
  },
};
