import type { EventStatus, MentionType } from "../core/types.js";

export type LabelLanguage = "en" | "ko";

/** What a reader sees instead of a type's identifier. */
export const TYPE_LABELS: Readonly<Record<MentionType, Readonly<Record<LabelLanguage, string>>>> = {
  PERSON: { en: "person", ko: "인물" },
  LOCATION: { en: "place", ko: "장소" },
  ORGANIZATION: { en: "organisation", ko: "기관" },
  EVENT: { en: "event", ko: "행사·사건" },
  DATE: { en: "date", ko: "날짜" },
  TIME: { en: "time", ko: "시각" },
  QUANTITY: { en: "quantity", ko: "수량" },
  TITLE: { en: "title", ko: "직함" },
  WORK: { en: "work", ko: "작품·제품" },
  LAW: { en: "law", ko: "법·정책" },
  OTHER: { en: "other", ko: "기타" },
};

export const STATUS_LABELS: Readonly<Record<EventStatus, Readonly<Record<LabelLanguage, string>>>> = {
  past: { en: "past", ko: "지난 일" },
  planned: { en: "planned", ko: "예정" },
  ongoing: { en: "ongoing", ko: "진행" },
  recurring: { en: "recurring", ko: "정기" },
};

export const HEADING_LABELS = {
  entities: { en: "Entities", ko: "개체" },
  timeline: { en: "Timeline", ko: "일정" },
  quotes: { en: "Quotes", ko: "발언" },
  places: { en: "Places", ko: "장소" },
  published: { en: "published", ko: "보도일" },
  conflict: { en: "the page says", ko: "표기된 날짜" },
  legend: { en: "Legend", ko: "범례" },
  event: { en: "event trigger", ko: "사건 표현" },
  unknownSpeaker: { en: "speaker unknown", ko: "화자 미상" },
  dates: { en: "Dates", ko: "날짜" },
  showTypes: { en: "write the type beside each", ko: "유형을 글자로 보이기" },
  unknownPlace: { en: "not in the list of places", ko: "지명 목록에 없음" },
  titles: { en: "title", ko: "직함" },
  affiliation: { en: "of", ko: "소속" },
  age: { en: "age", ko: "나이" },
  expansion: { en: "in full", ko: "본말" },
  aliases: { en: "also", ko: "다른 표기" },
  place: { en: "place", ko: "위치" },
  none: { en: "nothing found", ko: "찾은 것 없음" },
} as const satisfies Readonly<Record<string, Readonly<Record<LabelLanguage, string>>>>;
