"""Turns morphemes of unlabelled text into one stream of type ids: out/stream.npy, out/types.tsv, out/vocabulary.json.

Reads mecab's output with the format '%M\\t%f[0],%f[1]' (surface with the white space before it, tag, semantic class).
"""
import json
import sys
from collections import Counter

import numpy as np

from config import CHARS, OUT, WORDS
from features import DIGIT, Vocabulary

SPARE_WORDS = 3000  # for words of labelled data and supplement that the unlabelled text lacks

source = sys.argv[1]
OUT.mkdir(exist_ok=True)
ids: dict[str, int] = {}
stream = np.empty(120_000_000, dtype=np.int32)
n = 0
BOUNDARY = 1 << 30
SPACE = 1 << 29
with open(source, encoding="utf-8", errors="replace") as lines:
    for line in lines:
        if line == "EOS\n":
            stream[n] = BOUNDARY
        else:
            bare = line.lstrip(" ")
            i = ids.get(bare)
            if i is None:
                i = ids[bare] = len(ids)
            stream[n] = i | SPACE if len(bare) != len(line) else i
        n += 1
        if n == len(stream):
            break
stream = stream[:n]
flat = stream[(stream & BOUNDARY) == 0] & (SPACE - 1)
counts = np.bincount(flat, minlength=len(ids))
print(n, "tokens", len(ids), "types", flush=True)

words: Counter[str] = Counter()
chars: Counter[str] = Counter()
tags: Counter[str] = Counter()
semantics: Counter[str] = Counter()
rows = []
for bare, count in zip(ids, counts.tolist()):
    surface, _, feature = bare.rstrip("\n").rpartition("\t")
    tag, _, semantic = feature.partition(",")
    surface = surface or "?"
    semantic = "*" if semantic in ("", "-") else semantic
    rows.append((surface, tag, semantic, count))
    words[DIGIT.sub("0", surface)] += count
    tags[tag] += count
    semantics[semantic] += count
    for c in surface:
        if ord(c) < 0x10000:
            chars[c] += count
chars[" "] += 1 << 40
vocabulary = Vocabulary(
    [w for w, _ in words.most_common(WORDS - 4 - SPARE_WORDS)],
    "".join(c for c, _ in chars.most_common(CHARS - 4)),
    [t for t, c in tags.most_common() if c >= 200],
    [s for s, c in semantics.most_common() if c >= 200],
)
json.dump(
    {"words": vocabulary.words, "chars": vocabulary.chars, "tags": vocabulary.tags, "semantics": vocabulary.semantics},
    open(OUT / "vocabulary.json", "w"),
    ensure_ascii=False,
)
print(len(vocabulary.tags), vocabulary.tags[:60], vocabulary.semantics, len(vocabulary.chars), flush=True)
from features import shape

features = np.empty((len(rows) + 1, 8), dtype=np.int32)  # word tag semantic first last tail shape shape-with-space
for i, (surface, tag, semantic, _) in enumerate(rows):
    features[i] = (*vocabulary.token(surface, tag, semantic), shape(surface, False), shape(surface, True))
features[-1] = 3
stream[(stream & BOUNDARY) != 0] = len(rows)
np.save(OUT / "stream.npy", stream)
np.save(OUT / "features.npy", features)
np.save(OUT / "counts.npy", counts)
