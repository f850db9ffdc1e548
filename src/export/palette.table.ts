import type { MentionType } from "../core/types.js";

export interface Ink {
  readonly text: string;
  readonly back: string;
}

/** Text on background, light and dark page. Every pair, and plain text on each page, has a contrast of at least 4.5 (WCAG AA); a test computes it. */
export const PALETTE: Readonly<Record<MentionType | "TRIGGER", { readonly light: Ink; readonly dark: Ink }>> = {
  PERSON: { light: { text: "#3d0c5c", back: "#ecd9f7" }, dark: { text: "#f0dcfb", back: "#4a2063" } },
  LOCATION: { light: { text: "#0b3d1a", back: "#d3f0dc" }, dark: { text: "#d6f5e0", back: "#17472a" } },
  ORGANIZATION: { light: { text: "#0a2f66", back: "#d6e6fb" }, dark: { text: "#dbe9ff", back: "#1b3d73" } },
  EVENT: { light: { text: "#6b1030", back: "#fbdbe4" }, dark: { text: "#ffdfe8", back: "#6a1c38" } },
  DATE: { light: { text: "#5a3200", back: "#fde8c4" }, dark: { text: "#ffe9c7", back: "#5c3a08" } },
  TIME: { light: { text: "#5a3200", back: "#fbdfae" }, dark: { text: "#ffe3b3", back: "#6b460e" } },
  QUANTITY: { light: { text: "#333333", back: "#ececec" }, dark: { text: "#eeeeee", back: "#3a3a3a" } },
  TITLE: { light: { text: "#4b0f4b", back: "#f6e3f4" }, dark: { text: "#f7e2f5", back: "#56285a" } },
  WORK: { light: { text: "#06414a", back: "#cdeff4" }, dark: { text: "#d2f4f9", back: "#0f4b55" } },
  LAW: { light: { text: "#3a3a00", back: "#eeeec2" }, dark: { text: "#f2f2c9", back: "#4a4a10" } },
  OTHER: { light: { text: "#3b2f2f", back: "#eae3e0" }, dark: { text: "#f0e8e5", back: "#453b38" } },
  TRIGGER: { light: { text: "#7a0000", back: "#ffffff" }, dark: { text: "#ffb4a8", back: "#1b1d23" } },
};

/** A page behind, surfaces (text, sections, cards) on it, and hairlines, which carry no meaning. */
export const PAGE: { readonly light: PageInk; readonly dark: PageInk } = {
  light: { text: "#1c1b1f", back: "#f5f4f0", surface: "#ffffff", faint: "#5a5862", link: "#0b4aa2", line: "#dcd9d1" },
  dark: { text: "#e8e6ea", back: "#121317", surface: "#1b1d23", faint: "#aeacb6", link: "#9cc4ff", line: "#3a3c45" },
};

export interface PageInk extends Ink {
  readonly surface: string;
  readonly faint: string;
  readonly link: string;
  readonly line: string;
}
