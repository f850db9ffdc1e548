import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../src/core/language.js";
import type { Diagnostic } from "../../../src/core/types.js";

const detect = (text: string, force = false) => {
  const reports: Diagnostic[] = [];
  return { ...detectLanguage(text, force, (diagnostic) => reports.push(diagnostic)), reports };
};

const EMPTY = { code: "source/empty", severity: "info", stage: "source" };
const NOT_KOREAN = { code: "source/not-korean", severity: "warning", stage: "source" };

describe("detectLanguage", () => {
  test.each([
    "삼성전자",
    "파주시는 25일 협약을 맺었다.",
    "Apple의 Vision Pro는 Meta Quest 3와 다르다",
    "LG CNS AWS Summit 2024 Seoul 참가",
    "美 연준, 金利 引上",
    "尹 대통령 訪美…韓美 정상회담",
    "ポケモン 극장판 개봉, 포켓몬 팬들 몰려",
    "새빛전자 신제품 Saebit Electronics announced its newest foldable phone series",
    "새빛전자는 Galaxy Fold, Galaxy Flip, Galaxy Watch, Galaxy Buds 시리즈를 Samsung Store, Best Buy, Amazon, Walmart 매장에서 다음 주 Friday 부터 판매한다고 밝혔다",
    "A B C D E F G H I J 파주시와한국수자원공사는협약을맺었다",
    // Emoji, signs and numbers are no letters.
    "한 🚨🚨🚨",
    "㈜한 ㎡㎡㎡㎡㎡",
    "1 한 a b c d e f g",
    "ㅋㅋㅋ ㅠㅠ",
    "ᄒᆞᄂᆞᆫ",
    // One letter in five, three words in twenty-five.
    "한一一一一",
    `한 글 말${" a".repeat(22)}`,
    ...["가", "힣", "ㄱ", "ㆎ", "\u1100", "\u11ff"],
  ])("한국어다: %s", (text) => expect(detect(text)).toEqual({ code: "kor", supported: true, reports: [] }));

  test.each([
    ["eng", "The president said on Monday that talks with the union would resume next week."],
    ["eng", "The word 한 means many things in Korean and no one English word renders all of it well."],
    ["jpn", "知事は二十五日、県庁で記者会見を開き、来年度の予算案を発表した。"],
    [
      "eng",
      "새빛전자 뉴스룸 신제품 안내 Saebit Electronics today announced the launch of its newest foldable phone series, available around the world from next Friday.",
    ],
    ["eng", "🚨 The 🚨 council 🚨 said 🚨 on 🚨 Monday 🚨 that 🚨 it 🚨 would 🚨 build 🚨 the 🚨 bridge 🚨"],
    ["tha", "นายกรัฐมนตรีแถลงข่าวเมื่อวันจันทร์ว่าการเจรจาจะเริ่มขึ้นอีกครั้งในสัปดาห์หน้า"],
    ["vie", "Thủ tướng cho biết hôm thứ Hai rằng các cuộc đàm phán sẽ được nối lại vào tuần tới."],
    ["jpn", "「오징어」は世界で最も多く見られたドラマになったと発表した。"],
    ["cmn", "韩国总统府(청와대)发言人表示，双方将于下周继续就贸易问题进行磋商。"],
  ])("%s: %s", (code, text) => {
    expect(detect(text)).toEqual({ code, supported: false, reports: [NOT_KOREAN] });
    expect(detect(text, true)).toEqual({ code, supported: true, reports: [NOT_KOREAN] });
  });

  test.each(["", " \n\t "])("빈 글: %j", (text) =>
    expect(detect(text)).toEqual({ code: "und", supported: true, reports: [EMPTY] }),
  );

  test.each([
    ...["BTS", "2024. 3. 25.", "北核", "!!!", "President"],
    // One syllable among five Chinese characters or kana.
    ...["한一一一一一", "한鿿鿿鿿鿿鿿", "한ぁぁぁぁぁ", "한ヿヿヿヿヿ"],
  ])("너무 짧아 모른다: %s", (text) => expect(detect(text)).toEqual({ code: "und", supported: true, reports: [] }));
  test("열 글자면 말한다", () => expect(detect("Presidents").reports).toEqual([NOT_KOREAN]));

  test.each([..."azAZéЯ"])("낱말이다: %s", (letter) =>
    expect(detect(`한${` ${letter}`.repeat(9)}`).supported).toBe(false),
  );
  test.each([..."@[`{19…"])("낱말이 아니다: %s", (sign) =>
    expect(detect(`한 a${` ${sign}`.repeat(20)}`).code).toBe("kor"),
  );
  test("열한 낱말에 하나는 모자란다", () => expect(detect("a 한 b c d e f g h i j").supported).toBe(false));
  test("한글이 든 낱말은 한국어 낱말이다", () => expect(detect("a한 b c d e f").code).toBe("kor"));

  test.each([
    ["", 99, true],
    ["", 100, false],
    ["한漢字 ", 100, false],
  ])("백 글자부터는 낱말 열에 셋이라야 한다: %j, %i글자", (before, letters, supported) => {
    const text = `${before}새빛전자 신제품 안내 Saebit Electronics announced the launch of its newest phone series, available from next Friday around`;
    const missing = letters - (text.match(/\p{L}/gu)?.length ?? 0);
    expect(missing).toBeGreaterThan(0);
    expect(detect(`${text} ${"the globe and beyond it".replaceAll(" ", "").slice(0, missing)}`).supported).toBe(
      supported,
    );
  });
  test("낱말 열에 꼭 셋이면 백 글자가 넘어도 한국어다", () =>
    expect(detect(`시장은 새 다리를${" internationalisation".repeat(7)}`).code).toBe("kor"));

  const korean = "시는 25일 협약을 맺었다고 밝혔다. ";
  const english = "The council said on Monday that it would build the bridge. ";
  test.each<[string, string, string]>([
    ["영어 차림표", "Home News Politics Business Sports Opinion Login ".repeat(60) + korean.repeat(500), "kor"],
    ["앞 절반이 영어", english.repeat(200) + korean.repeat(600), "kor"],
    ["뒤 절반이 영어", korean.repeat(600) + english.repeat(200), "kor"],
    ["앞뒤가 영어", english.repeat(100) + korean.repeat(1200) + english.repeat(100), "kor"],
    ["앞뒤가 한국어", korean.repeat(30) + english.repeat(400) + korean.repeat(30), "eng"],
    ["끝 넷째만 한국어", english.repeat(510) + "그 곳에 새 길 난다. ".repeat(800), "kor"],
    ["영어 글의 언어 고르기", `${english.repeat(300)}한국어 日本語 中文`, "eng"],
  ])("긴 글: %s", (_, text, code) => expect(detect(text).code).toBe(code));

  const sentences = "../shared/data/ner/konec-train.recovered.jsonl";
  test.skipIf(!existsSync(sentences))("3,000 Korean sentences: at least 2,999 are kept", () => {
    const lines = readFileSync(sentences, "utf8").split("\n").slice(0, 3000);
    const kept = lines.filter((line) => detect((JSON.parse(line) as { text: string }).text).supported);
    expect(kept.length).toBeGreaterThanOrEqual(2999);
  });
});
