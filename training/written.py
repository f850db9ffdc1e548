"""Articles that this project wrote to train on, with their marks: training/written/*.txt → out/written.jsonl.

    ### w-001 2023-05-04
    [[PERSON:박도윤]] [[ORGANIZATION:한빛]][[TITLE:시장]]은 …
"""
import json
import re
from collections import Counter

from config import OUT, ROOT, TYPES

HEAD = re.compile(r"^### (\S+) (\d{4}-\d{2}-\d{2})\s*$", re.M)
MARK = re.compile(r"\[\[([A-Z]+):(.+?)\]\]")


def article(name: str, day: str, marked: str) -> dict:
    text, mentions, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        if mark[1] not in TYPES:
            raise SystemExit(f"{name}: {mark[0]} has no known type")
        start = len(text.encode("utf-16-le")) // 2
        text += mark[2]
        mentions.append({"start": start, "end": len(text.encode("utf-16-le")) // 2, "text": mark[2], "type": mark[1]})
        at = mark.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        raise SystemExit(f"{name}: unbalanced marks")
    return {"id": name, "publishedAt": day, "text": text, "mentions": mentions}


def main():
    documents = []
    for file in sorted((ROOT / "training" / "written").glob("*.txt")):
        source = file.read_text(encoding="utf-8")
        heads = list(HEAD.finditer(source))
        for head, following in zip(heads, [*heads[1:], None]):
            if any(document["id"] == head[1] for document in documents):
                raise SystemExit(f"{head[1]} stands twice")
            documents.append(article(head[1], head[2], source[head.end() : following.start() if following else None].strip()))
    with open(OUT / "written.jsonl", "w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    print(len(documents), "articles,", sum(len(d["text"]) for d in documents), "characters,", dict(Counter(m["type"] for d in documents for m in d["mentions"])))


main()
