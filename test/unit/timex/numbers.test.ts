import { describe, expect, test } from "vitest";
import { endsInN, endsInR, endsInSs, isDigit, isHangul, isLatin, wordEndsAt } from "../../../src/timex/characters.js";
import { type ReadNumber, readDigits, readHanja } from "../../../src/timex/numbers.js";

describe("figures", () => {
  test.each<[text: string, value: number, end: number, width: number]>([
    ["27일", 27, 2, 2],
    ["0시", 0, 1, 1],
    ["2024", 2024, 4, 4],
    ["123456일", 123456, 6, 6],
    ["1,000년", 1000, 5, 4],
    ["250,125일", 250125, 7, 6],
    ["5백 년", 500, 2, 1],
    ["3천 년", 3000, 2, 1],
    ["1만 년", 10000, 2, 1],
    // No thousands behind the comma: 3, 14일; 1,0000; 2024,125.
    ["3, 14일", 3, 1, 1],
    ["1,0000", 1, 1, 1],
    ["1,00", 1, 1, 1],
    ["2024,125", 2024, 4, 4],
    ["3·1,000", 3, 1, 1],
  ])("%s", (text, value, end, width) => {
    expect(readDigits(text, 0)).toEqual({ value, end, width } satisfies ReadNumber);
    expect(readDigits(`약 ${text}`, 2)).toEqual({ value, end: end + 2, width });
  });

  test.each(["", "년", "천년", "１２", "1234567", "12345678일"])("none in %j", (text) => {
    expect(readDigits(text, 0)).toBeNull();
  });
});

describe("한자 숫자", () => {
  test.each<[text: string, value: number, end: number]>([
    ["三日", 3, 1],
    ["十月", 10, 1],
    ["十五日", 15, 2],
    ["二十日", 20, 2],
    ["二十七日", 27, 3],
    ["百年", 100, 1],
    ["三百六十五日", 365, 5],
    ["千年", 1000, 1],
    ["二千年", 2000, 2],
    ["千九百四十五年", 1945, 6],
    ["二〇二四年", 2024, 4],
    ["一九四五年", 1945, 4],
    ["二〇二四", 2024, 4],
    ["九", 9, 1],
  ])("%s", (text, value, end) => {
    expect(readHanja(text, 0)).toEqual({ value, end, width: end } satisfies ReadNumber);
    expect(readHanja(`約 ${text}`, 2)).toEqual({ value, end: end + 2, width: end });
  });

  test.each(["", "年", "日 三"])("none in %j", (text) => {
    expect(readHanja(text, 0)).toBeNull();
  });
});

const only = (is: (code: number) => boolean, characters: string): string =>
  [...characters].filter((character) => is(character.charCodeAt(0))).join("");

describe("characters", () => {
  test("the first and the last of a kind, and their neighbours", () => {
    const all = "/09:@AZ[`az{가힣\uABFF\uD7A4ㄱ年";
    expect(only(isDigit, all)).toBe("09");
    expect(only(isLatin, all)).toBe("AZaz");
    expect(only(isHangul, all)).toBe("가힣");
  });

  test("받침", () => {
    const all = "가각간갈감갔했된는할릴있겠일nㄴㄹ年";
    expect(only(endsInSs, all)).toBe("갔했있겠");
    expect(only(endsInN, all)).toBe("간된는");
    expect(only(endsInR, all)).toBe("갈할릴일");
  });
});

describe("말이 끝나는 자리", () => {
  const ends = (marked: string): boolean => wordEndsAt(marked.replace("|", ""), marked.indexOf("|"));
  test.each([
    "올해|",
    "올해| 예산",
    "올해|, 내년",
    "올해|는",
    "내일|까지",
    "올해|초 문을 열었다",
    "지난달|말",
    "전년|대비 늘었다",
    "전년|비 늘었다",
    "금년|중 시행",
    "올해|내 시행",
  ])("%s", (marked) => {
    expect(ends(marked)).toBe(true);
  });
  test.each([
    "올해|산 쌀",
    "전주|시",
    "내일|배움",
    // 초반, 말미; 주말 is a word of its own.
    "올해|초반",
    "지난달|말미",
    "이번 주|말",
    "전년|대로",
    "전년|대",
    "금년|중반",
    "올해|내년",
    "전년|비율",
  ])("not: %s", (marked) => {
    expect(ends(marked)).toBe(false);
  });
});
