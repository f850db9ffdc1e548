"""Counts in how many press releases each noun occurs, for the salience of entities.

    python3 scripts/build-background-idf.py ../shared/data/text > dictionaries/salience/document-frequency.tsv

Every twelfth release of 2020-2025 is read. A noun is an eojeol without its josa, or a run of Hangul or Latin letters before one;
what occurs in fewer than 5 releases of a thousand is left out, for every name that is not in the table is rare.
Source: press releases of the Korean government (public works, KOGL). Only counts leave this script.
"""
import collections
import glob
import json
import lzma
import re
import sys

JOSA = re.compile(
    r"(?:에서는|에서도|으로는|으로도|에게는|까지는|부터는|에서|에게|으로|까지|부터|이라고|라고|이라는|라는|이며|이고|이나|은|는|이|가|을|를|의|에|와|과|로|도|만)$"
)
WORD = re.compile(r"[가-힣A-Za-z0-9·]{2,20}")
# What ends like a verb, or like a noun with what the list above leaves on it, is no name.
ENDING = re.compile(r"[다며고록여해한된될던는을를의에등할게지]$")
STEP, LEAST = 12, 0.005

documents = 0
frequency = collections.Counter()
for path in sorted(glob.glob(f"{sys.argv[1]}/gov-press-*.jsonl.xz")):
    with lzma.open(path, "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            if number % STEP:
                continue
            release = json.loads(line)
            documents += 1
            words = set()
            for word in WORD.findall(f"{release.get('title', '')}\n{release.get('text', '')}"):
                bare = JOSA.sub("", word)
                words.add(bare if len(bare) >= 2 else word)
            frequency.update(words)

sys.stdout.write("noun\tdocuments_per_1000\n")
for word, count in sorted(frequency.items()):
    share = count / documents
    if share >= LEAST and not word[0].isdigit() and not ENDING.search(word):
        sys.stdout.write(f"{word.lower()}\t{round(share * 1000)}\n")
