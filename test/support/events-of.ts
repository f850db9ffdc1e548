import { expect } from "vitest";
import type { EventDate } from "../../src/core/types.js";
import { findEvents } from "../../src/event/find-events.js";
import { layersOf } from "./layers-of.js";

/** The events of a text that is marked by hand; each is the slice of the text that it says, and of a time of it. */
export function eventsOf(marked: string, publishedAt: string): EventDate[] {
  const { text, article, sentences, tokens, mentions, timexes, entities } = layersOf(marked, publishedAt);
  const events = findEvents(text, article, sentences, tokens, mentions, timexes, entities);
  for (const { trigger, timex } of events) {
    expect(trigger.text).toBe(text.slice(trigger.start, trigger.end));
    expect(timexes.map(({ id }) => id)).toContain(timex);
  }
  return events;
}

/** A headline before the sentence, so that it is read as body text. */
export const body = (sentence: string) => `가온시 소식\n\n${sentence}`;
