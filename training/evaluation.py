"""Exact F1 of a float model on labelled chunks; shared/eval/score.mjs is what counts, this is what training chooses by."""
import torch

from batching import batches, collate, decode, spans_of
from config import TYPES
from labelled import Chunk
from network import Tagger

GROUPS = {
    "PLO": TYPES[:3],
    "six": ["PERSON", "LOCATION", "ORGANIZATION", "DATE", "TIME", "QUANTITY"],
    **{t: [t] for t in TYPES},
}
BATCH = 8192


def f1(gold: list[set], mine: list[set], types: list[str]) -> float:
    hit = predicted = wanted = 0
    for g, m in zip(gold, mine):
        g, m = {s for s in g if s[2] in types}, {s for s in m if s[2] in types}
        hit, predicted, wanted = hit + len(g & m), predicted + len(m), wanted + len(g)
    return round(200 * hit / max(1, predicted + wanted), 2)


def evaluate(model: Tagger, chunks: list[Chunk], documents: list[dict]) -> dict[str, float]:
    """F1 of PERSON, LOCATION and ORGANIZATION together (`PLO`), of KLUE's six classes, of each type that the documents label, and `fine`."""
    model.eval()
    mine: list[set] = [set() for _ in documents]
    fine_right = fine_wanted = 0
    with torch.no_grad():
        for group in batches(chunks, BATCH):
            tokens, characters, token_of, positions, _ = collate(group)
            h, c, logits = model(tokens, characters, token_of, positions)
            for i, x in enumerate(group):
                mine[x.document] |= set(spans_of(decode(logits[i].numpy(), x.ends), x.offsets))
                for a, b, s, f, y in x.spans:
                    v = torch.cat([c[i, a:b].mean(0), h[i, s], h[i, f]])
                    fine_right += int(model.fine(v).argmax().item() == y)
                    fine_wanted += 1
    gold = [{(m["start"], m["end"], m["type"]) for m in d["mentions"]} for d in documents]
    labelled = {s[2] for g in gold for s in g}
    scores = {title: f1(gold, mine, types) for title, types in GROUPS.items() if labelled & set(types)}
    if fine_wanted:
        scores["fine given span"] = round(100 * fine_right / fine_wanted, 2)
    return scores
