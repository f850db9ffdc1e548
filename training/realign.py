"""Aligns KoNEC's published counts of forms to the raw sentences again, with the scores of taggers that did not see the sentence.

    python3 realign.py tagger-even tagger-odd        → out/konec-train.realigned.jsonl
    python3 realign.py tagger-even tagger-odd --check   scores the same procedure on konec-dev, where gold exists; writes nothing

tagger-even was trained with --hold-out 0, tagger-odd with --hold-out 1. Every place where a published form stands is a candidate for each of its labels; the best
are taken first, as long as the count of that form and label lasts and the place is free.
"""
import argparse
import csv
import json
import math
from collections import Counter, defaultdict

import numpy as np
import torch

from batching import batches, collate
from config import OUT, SHARED, TYPES
from labelled import chunks_of, code_units, load, load_tokens, load_vocabulary
from network import load_tagger

LONGEST = 40
# A candidate's worth: the tagger's log probability, the odds that a place where the form stands is a mention at all, its length. Compared on konec-dev (RESULTS.md).
TAGGER, ODDS, LENGTH = 0.3, 1.0, 1.0


def counts(column: str) -> dict[str, Counter]:
    """Form → {TTA class: how often}, of the train or dev part."""
    found: dict[str, Counter] = defaultdict(Counter)
    with open(SHARED / "ner" / "form-label-freq.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if int(row[column]):
                found[row["form"]][row["label"]] += int(row[column])
    return found


def probabilities(model, chunks):
    """Document → log probability of each label at each offset of its text."""
    found = {}
    with torch.no_grad():
        for group in batches(chunks, 8192):
            tokens, characters, token_of, positions, _ = collate(group)
            log = torch.log_softmax(model(tokens, characters, token_of, positions)[2], -1).numpy()
            for i, x in enumerate(group):
                rows = found.setdefault(x.document, {})
                for k, offset in enumerate(x.offsets):
                    if offset >= 0:
                        rows[int(offset)] = log[i, k]
    return found


def span_score(rows, start: int, end: int, kind: int) -> float:
    """Log probability of the weakest of a span's labels: B I … I E, or S."""
    base = 1 + 4 * kind
    if end - start == 1:
        return float(rows[start][base + 3])
    inside = min((float(rows[i][base + 1]) for i in range(start + 1, end - 1) if i in rows), default=0.0)
    return min(float(rows[start][base]), inside, float(rows[end - 1][base + 2]))


def align(documents, log, budget, type_of):
    """Mentions of each document: (start, end, TTA class)."""
    candidates, places = [], Counter()
    for n, document in enumerate(documents):
        text, rows = code_units(document["text"]), log[n]
        for a in range(len(text)):
            if a not in rows:
                continue
            for b in range(a + 1, min(len(text), a + LONGEST) + 1):
                form = text[a:b]
                if form in budget and b - 1 in rows:
                    places[form] += 1
                    for label in budget[form]:
                        candidates.append((span_score(rows, a, b, TYPES.index(type_of[label])), n, a, b, label, form))

    def worth(candidate):
        score, _, a, b, label, form = candidate
        share = min(0.999, budget[form][label] / places[form])
        return TAGGER * score + ODDS * math.log(share / (1.001 - share)) + LENGTH * (b - a)

    candidates.sort(key=worth, reverse=True)
    left = {form: Counter(labels) for form, labels in budget.items()}
    taken = [np.zeros(len(code_units(d["text"])), dtype=bool) for d in documents]
    found = [[] for _ in documents]
    for _, n, a, b, label, form in candidates:
        if left[form][label] <= 0 or taken[n][a:b].any():
            continue
        left[form][label] -= 1
        taken[n][a:b] = True
        found[n].append((a, b, label))
    unused = sum(sum(c.values()) for c in left.values())
    print(len(documents), "documents,", sum(map(len, found)), "mentions,", unused, "of", sum(sum(c.values()) for c in budget.values()), "counts unused")
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("even")
    arguments.add_argument("odd")
    arguments.add_argument("--check", action="store_true")
    args = arguments.parse_args()
    torch.set_num_threads(1)
    vocabulary = load_vocabulary()
    name = "konec-dev" if args.check else "konec-train.recovered"
    documents, tokens = load(name), load_tokens(name)
    by_class: dict[str, Counter] = defaultdict(Counter)
    for d in load("konec-train.recovered"):
        for m in d["mentions"]:
            by_class[m["fine"]][m["type"]] += 1
    type_of = {fine: kinds.most_common(1)[0][0] for fine, kinds in by_class.items()}
    budget = counts("dev_freq" if args.check else "train_freq")
    budget = {form: Counter({k: n for k, n in labels.items() if k in type_of}) for form, labels in budget.items()}
    chunks = [c for i, (d, t) in enumerate(zip(documents, tokens)) for c in chunks_of("konec", d, t, vocabulary, {}, i)]
    log = {}
    for held_out, tagger in enumerate((args.even, args.odd)):
        model, _ = load_tagger(OUT / f"{tagger}.pt", vocabulary)
        log.update(probabilities(model, [c for c in chunks if c.document % 2 == held_out]))
    found = align(documents, log, budget, type_of)
    same = wanted = predicted = coarse = 0
    for document, mentions in zip(documents, found):
        gold = {(m["start"], m["end"], m["fine"]) for m in document["mentions"]}
        mine = set(mentions)
        same, wanted, predicted = same + len(gold & mine), wanted + len(gold), predicted + len(mine)
        coarse += len({(a, b, type_of.get(f)) for a, b, f in gold} & {(a, b, type_of[f]) for a, b, f in mine})
    against = "gold" if args.check else "the first alignment"
    print(f"F1 against {against}: {2 * same / (wanted + predicted):.4f} with classes, {2 * coarse / (wanted + predicted):.4f} with types")
    if args.check:
        return
    with open(OUT / "konec-train.realigned.jsonl", "w", encoding="utf-8") as out:
        for document, mentions in zip(documents, found):
            text = code_units(document["text"])
            rows = [{"start": a, "end": b, "text": text[a:b], "type": type_of[f], "fine": f} for a, b, f in sorted(mentions)]
            out.write(json.dumps({**document, "mentions": rows}, ensure_ascii=False) + "\n")


main()
