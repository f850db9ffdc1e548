/** Reads numbers: digits with commas, hanja numerals. Bounded: no number is longer than eight characters. */
import { isDigit } from "./characters.js";
import { HANJA_DIGITS } from "./numerals.table.js";

export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** How many digits are written. */
  readonly width: number;
}

const LONGEST = 6;

/** Digits at `at`: 27, 1,000, 3천, 1만, 1.9. Null where there are none, or more than a time expression has. */
export function readDigits(text: string, at: number): ReadNumber | null {
  let end = at;
  let value = 0;
  while (end - at <= LONGEST && isDigit(text.charCodeAt(end))) value = value * 10 + text.charCodeAt(end++) - 48;
  const width = end - at;
  if (width === 0 || width > LONGEST) return null;
  if (width <= 3 && /^,\d{3}(?!\d)/.test(text.slice(end, end + 5))) {
    return { value: value * 1000 + Number(text.slice(end + 1, end + 4)), end: end + 4, width: width + 3 };
  }
  const scale =
    text.charAt(end) === "천" ? 1000 : text.charAt(end) === "만" ? 10000 : text.charAt(end) === "백" ? 100 : 1;
  return scale > 1 ? { value: value * scale, end: end + 1, width } : { value, end, width };
}

/** Hanja numerals at `at`: 二〇二四, 二十七, 三. */
export function readHanja(text: string, at: number): ReadNumber | null {
  let end = at;
  let value = 0;
  let pending = 0;
  let positional = "";
  for (; end - at < LONGEST; end++) {
    const character = text.charAt(end);
    const digit = character === "" ? -1 : HANJA_DIGITS.indexOf(character);
    if (digit >= 0) {
      pending = digit;
      positional += digit;
    } else if (character === "十" || character === "百" || character === "千") {
      const scale = character === "十" ? 10 : character === "百" ? 100 : 1000;
      value += (pending || 1) * scale;
      pending = 0;
    } else break;
  }
  if (end === at) return null;
  return { value: value === 0 ? Number(positional) : value + pending, end, width: end - at };
}
