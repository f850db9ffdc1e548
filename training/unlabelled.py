"""Whole press releases and other prose for distillation: out/unlabelled.jsonl, and their tokens by tokens.py.

Seeded; press releases of all six years in equal parts, cut after MOST characters at a line's end; prose as runs of sentences of one file.
"""
import argparse
import json
import lzma
import random

from config import OUT, SEED, SHARED

PROSE = {"wikinews": 1.0, "news_parallel": 1.0, "ud_gsd": 1.0, "ud_kaist": 1.0, "unesco": 0.5, "bookreview": 0.3, "petitions": 0.15, "speeches": 0.08}
YEARS = range(2020, 2026)
MOST = 3000
TOGETHER = 12  # sentences of prose a document


def head(text: str) -> str:
    if len(text) <= MOST:
        return text
    cut = text.rfind("\n", MOST // 2, MOST)
    return text[: cut if cut > 0 else MOST]


def labelled_texts() -> set[str]:
    """First lines of what is labelled: those documents are left out."""
    found = set()
    for name in ("press-train", "press-dev"):
        for line in open(SHARED / "ner" / f"{name}.jsonl", encoding="utf-8"):
            found.add(json.loads(line)["text"].strip()[:60])
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--press", type=int, default=21_000)
    args = arguments.parse_args()
    pick = random.Random(SEED)
    known = labelled_texts()
    documents = []
    for year in YEARS:
        texts = []
        for line in lzma.open(SHARED / "text" / f"gov-press-{year}.jsonl.xz", "rt", encoding="utf-8"):
            row = json.loads(line)
            text = f"{row['title']}\n{row['text']}"
            if row["text"].strip()[:60] not in known and text.strip()[:60] not in known and len(text) > 200:
                texts.append(head(text))
        documents += pick.sample(texts, min(len(texts), args.press // len(YEARS)))
    press = len(documents)
    for name, share in PROSE.items():
        sentences = [s.strip() for s in lzma.open(SHARED / "text" / f"{name}.txt.xz", "rt", encoding="utf-8") if 8 <= len(s.strip()) <= 600]
        groups = ["\n".join(sentences[i : i + TOGETHER]) for i in range(0, len(sentences), TOGETHER)]
        documents += pick.sample(groups, int(len(groups) * share))
    pick.shuffle(documents)
    with open(OUT / "unlabelled.jsonl", "w", encoding="utf-8") as out:
        for text in documents:
            out.write(json.dumps({"text": text, "mentions": []}, ensure_ascii=False) + "\n")
    print(press, "press releases,", len(documents) - press, "other,", sum(map(len, documents)), "characters")


main()
