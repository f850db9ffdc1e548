import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../src/core/language.js";

const detect = (text: string, force = false) => {
  const codes: string[] = [];
  return { ...detectLanguage(text, force, ({ code }) => codes.push(code)), codes };
};

describe("detectLanguage", () => {
  test.each([
    "삼성전자",
    "파주시는 25일 협약을 맺었다.",
    "Apple의 Vision Pro는 Meta Quest 3와 다르다",
    "LG CNS AWS Summit 2024 Seoul 참가",
    "美 연준, 金利 引上",
    "尹 대통령 訪美…韓美 정상회담",
    "ポケモン 극장판 개봉, 포켓몬 팬들 몰려",
  ])("한국어다: %s", (text) => expect(detect(text)).toEqual({ code: "kor", supported: true, codes: [] }));

  test.each([
    ["eng", "The president said on Monday that talks with the union would resume next week."],
    ["eng", "The word 한 means many things in Korean and no one English word renders all of it well."],
    ["jpn", "知事は二十五日、県庁で記者会見を開き、来年度の予算案を発表した。"],
    ["cmn", "韩国总统府(청와대)发言人表示，双方将于下周继续就贸易问题进行磋商。"],
  ])("%s: %s", (code, text) => {
    expect(detect(text)).toEqual({ code, supported: false, codes: ["source/not-korean"] });
    expect(detect(text, true)).toEqual({ code, supported: true, codes: ["source/not-korean"] });
  });

  test.each(["", " \n\t "])("빈 글: %j", (text) =>
    expect(detect(text)).toEqual({ code: "und", supported: true, codes: ["source/empty"] }),
  );

  test.each(["BTS", "2024. 3. 25.", "北核", "!!!"])("너무 짧아 모른다: %s", (text) =>
    expect(detect(text)).toEqual({ code: "und", supported: true, codes: [] }),
  );

  test("an English menu on top does not make an English page", () => {
    const text = `${"Home News Politics Business Sports Opinion Login ".repeat(60)}${"시는 25일 협약을 맺었다고 밝혔다. ".repeat(500)}`;
    expect(detect(text).code).toBe("kor");
  });

  const sentences = "../shared/data/ner/konec-train.recovered.jsonl";
  test.skipIf(!existsSync(sentences))("3,000 Korean sentences: at least 2,999 are kept", () => {
    const lines = readFileSync(sentences, "utf8").split("\n").slice(0, 3000);
    const kept = lines.filter((line) => detect((JSON.parse(line) as { text: string }).text).supported);
    expect(kept.length).toBeGreaterThanOrEqual(2999);
  });
});
