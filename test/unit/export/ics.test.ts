import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { Doc, EventDate } from "../../../src/core/types.js";
import { ics } from "../../../src/export/ics.js";
import { sampleDoc } from "../../support/sample-doc.js";

const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));

const withEvents = (...changes: Partial<EventDate>[]): Doc => {
  const doc = sampleDoc();
  return { ...doc, events: changes.map((change) => ({ ...(doc.events[0] as EventDate), ...change })) };
};

describe("ics, read back by ical.js", () => {
  test("days, summary and place of a planned event", () => {
    const [event, ...rest] = eventsOf(ics(sampleDoc()));
    expect(rest).toEqual([]);
    expect(event?.startDate.toString()).toBe("2024-03-28");
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.endDate.toString()).toBe("2024-03-31");
    expect(event?.summary).toBe("박도윤·한빛시 체결한다");
    expect(event?.location).toBe("핀란드");
    expect(event?.description).toBe(sampleDoc().text.split("\n")[2]);
  });

  test("the end is the day after, over months and leap days", () => {
    const ends = eventsOf(
      ics(
        withEvents(
          { date: { from: "2024-02-28", to: "2024-02-28" } },
          { date: { from: "2023-12-31", to: "2023-12-31" } },
          { date: { from: "2024-04-01", to: "2024-04-30" } },
        ),
      ),
    ).map(({ endDate }) => endDate.toString());
    expect(ends).toEqual(["2024-02-29", "2024-01-01", "2024-05-01"]);
  });

  test.each(["past", "ongoing", "recurring"] as const)("nothing of what is %s", (status) =>
    expect(eventsOf(ics(withEvents({ status })))).toEqual([]),
  );

  test("marks of the format inside texts", () => {
    const doc = withEvents({ participants: ["e1"] });
    const name = "㈜가온; 나루, \\다솜\n라온 🚨";
    const entities = doc.entities.map((entity) => (entity.id === "e1" ? { ...entity, name } : entity));
    expect(eventsOf(ics({ ...doc, entities }))[0]?.summary).toBe(`${name} 체결한다`);
  });

  test("a lone surrogate and control characters do not break the file", () => {
    const doc = withEvents({ trigger: { start: 0, end: 3, text: "가\ud83d\u0007나" } });
    expect(eventsOf(ics(doc))[0]?.summary).toContain("가\ufffd나");
  });

  test("no line is longer than 75 octets, and folding cuts no character", () => {
    const long = "가나다라마바사아자차카타파하".repeat(30);
    const file = ics(withEvents({ trigger: { start: 0, end: 1, text: `${long}🚨${long}` } }));
    for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll("\r\n ", "")).toContain(`${long}🚨${long}`);
    expect(file.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("twice the same; identifiers differ between events, and do not depend on their number in the document", () => {
    expect(ics(sampleDoc())).toBe(ics(sampleDoc()));
    const [first, second] = eventsOf(ics(withEvents({}, { date: { from: "2024-05-01", to: "2024-05-01" } })));
    const [alone] = eventsOf(ics(withEvents({ id: "v7", date: { from: "2024-05-01", to: "2024-05-01" } })));
    expect(first?.uid).not.toBe(second?.uid);
    expect(second?.uid).toBe(alone?.uid);
  });

  test("the time stamp is the publication date, else the event's own", () => {
    expect(ics(sampleDoc())).toContain("DTSTAMP:20240325T000000Z");
    const { publishedAt: _, ...article } = sampleDoc().article;
    expect(ics({ ...sampleDoc(), article })).toContain("DTSTAMP:20240328T000000Z");
  });
});
