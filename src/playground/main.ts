/// <reference types="vite/client" />
import type { Doc } from "../core/types.js";
import { selectLayers, toHtml, toJson } from "../export/index.js";
import type { LabelLanguage } from "../export/labels.table.js";
import { type Analysis, AnalysisWorker } from "./analysis.js";
import { startServiceWorker } from "./offline.js";
import { connectTabs } from "./tabs.js";
import { EXAMPLE, WORDS, type Word } from "./words.table.js";

/** Typing is followed after a rest of as many milliseconds. */
const REST = 350;
const STORED_LANGUAGE = "gisa-playground-language";

function element<E extends HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}

const article = element<HTMLTextAreaElement>("article");
const published = element<HTMLInputElement>("published");
const analyzeButton = element<HTMLButtonElement>("analyze");
const status = element("status");
const viewPanel = element("panel-view");
const json = element("json");
const withTokens = element<HTMLInputElement>("with-tokens");

let language: LabelLanguage = localStorage.getItem(STORED_LANGUAGE) === "en" ? "en" : "ko";
let shown: Analysis | null = null;
let message: { readonly word: Word; readonly values: Readonly<Record<string, string | number>> };

function say(word: Word, values: Readonly<Record<string, string | number>> = {}): void {
  message = { word, values };
  status.classList.toggle("failed", word === "failed");
  status.textContent = WORDS[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

function speak(chosen: LabelLanguage): void {
  language = chosen;
  localStorage.setItem(STORED_LANGUAGE, chosen);
  document.documentElement.lang = chosen;
  for (const part of document.querySelectorAll<HTMLElement>("[data-words]"))
    part.textContent = WORDS[part.dataset["words"] as Word][chosen];
  for (const part of document.querySelectorAll<HTMLElement>("[data-label]"))
    part.setAttribute("aria-label", WORDS[part.dataset["label"] as Word][chosen]);
  const toggle = element("language");
  toggle.textContent = WORDS.language[chosen];
  toggle.lang = chosen === "ko" ? "en" : "ko";
  article.placeholder = WORDS.placeholder[chosen];
  if (message) say(message.word, message.values);
  if (shown) showView(shown.doc);
}

function showView(doc: Doc): void {
  // Markup of ours, in which the text is escaped.
  viewPanel.innerHTML = toHtml(doc, { fragment: true, labels: language });
}

function showJson({ doc }: Analysis): void {
  const layers = Object.keys(doc).filter((layer) => withTokens.checked || layer !== "tokens");
  json.textContent = toJson(selectLayers(doc, layers as (keyof Doc)[]) as Doc, { indent: 2 });
}

const analysis = new Promise<AnalysisWorker>((resolve) => {
  startServiceWorker().then(() => resolve(new AnalysisWorker()));
});

async function analyze(): Promise<void> {
  if (analyzeButton.disabled || article.value.trim() === "") return;
  const start = performance.now();
  const result = await (await analysis).analyze(article.value, published.value);
  if (result === null) return;
  shown = result;
  showView(result.doc);
  showJson(result);
  const { text, entities, events, quotes } = result.doc;
  say("done", {
    characters: text.length,
    ms: Math.round(result.ms),
    entities: entities.length,
    events: events.length,
    quotes: quotes.length,
  });
  performance.measure("gisa", { start, detail: { analyze: result.ms } });
}

let rest: ReturnType<typeof setTimeout> | undefined;
function analyzeSoon(event: Event): void {
  clearTimeout(rest);
  // A syllable that is being put together is no text yet.
  if ((event as InputEvent).isComposing) return;
  rest = setTimeout(analyze, REST);
}

article.addEventListener("input", analyzeSoon);
article.addEventListener("compositionend", analyzeSoon);
published.addEventListener("input", analyzeSoon);
article.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) analyze();
});
element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(rest);
  analyze();
});
element("example").addEventListener("click", () => {
  article.value = EXAMPLE.text;
  published.value = EXAMPLE.published;
  analyze();
});
element("language").addEventListener("click", () => speak(language === "ko" ? "en" : "ko"));
element("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(json.textContent ?? "");
  say("copied");
});
withTokens.addEventListener("change", () => shown && showJson(shown));
connectTabs(document.querySelector("[role=tablist]") as HTMLElement);

speak(language);
say("loading");
analysis
  .then((worker) => worker.load(EXAMPLE.text))
  .then(() => {
    analyzeButton.disabled = false;
    say("ready");
    return analyze();
  })
  .catch((error: Error) => say("failed", { reason: error.message }));
