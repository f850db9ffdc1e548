import { convertSpan, offsetsOf } from "../core/offsets.js";
import type { Doc } from "../core/types.js";

export interface LabelStudioOptions {
  /** Names of the tags in the labelling interface: `<Labels name="label" toName="text">`, `<Text name="text" value="$text">`. */
  readonly fromName?: string;
  readonly toName?: string;
}

/** One Label Studio task with the mentions as a prediction. Offsets in code points, which Label Studio stores since 1.3. */
export function toLabelStudio(doc: Doc, options: LabelStudioOptions = {}): Record<string, unknown> {
  const codePoints = offsetsOf(doc.text, "codePoint");
  const toName = options.toName ?? "text";
  const scores = doc.mentions.map(({ score }) => score);
  return {
    data: { text: doc.text },
    predictions: [
      {
        model_version: `gisa ${doc.meta.gisa} ${doc.meta.model}`,
        ...(scores.length > 0 ? { score: scores.reduce((a, b) => a + b, 0) / scores.length } : {}),
        result: doc.mentions.map((mention) => ({
          id: mention.id,
          from_name: options.fromName ?? "label",
          to_name: toName,
          type: "labels",
          score: mention.score,
          value: { ...convertSpan(codePoints, mention), text: mention.text, labels: [mention.type] },
        })),
      },
    ],
  };
}

/** One line of doccano's JSONL for sequence labelling. Offsets in code points. */
export function toDoccano(doc: Doc): {
  readonly text: string;
  readonly label: readonly (readonly [number, number, string])[];
} {
  const codePoints = offsetsOf(doc.text, "codePoint");
  return {
    text: doc.text,
    label: doc.mentions.map(({ start, end, type }) => [codePoints(start), codePoints(end), type]),
  };
}
