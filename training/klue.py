"""KLUE's guideline over our tagger: a small head learns to turn what the tagger sees into KLUE-NER's six classes.

    python3 klue.py --name student

KLUE joins adjacent places and bodies, splits ranges and has no titles or works. The tagger stays as it is; the head (two convolutions over the characters) is fitted on the even
sentences of klue-dev and scored on the odd ones, then the other way round. Exact F1 over both halves.
"""
import argparse
import json

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from batching import batches, collate, decode, spans_of
from config import LABELS, OUT, SEED, TYPES
from evaluation import f1
from labelled import load
from network import load_tagger, neighbours
from objective import read, vocabulary

SIX = ["PERSON", "LOCATION", "ORGANIZATION", "DATE", "TIME", "QUANTITY"]


class Head(nn.Module):
    def __init__(self, width: int, inner: int = 128):
        super().__init__()
        self.first = nn.Linear(3 * width, inner)
        self.second = nn.Linear(3 * inner, inner)
        self.out = nn.Linear(inner, len(LABELS))

    def forward(self, x):
        x = F.relu(self.first(neighbours(F.dropout(x, 0.2, self.training), 1)))
        x = x + F.relu(self.second(neighbours(F.dropout(x, 0.2, self.training), 2)))
        return self.out(F.dropout(x, 0.2, self.training))


def seen(model, group):
    """What the tagger has of each character: its own row, its probabilities, and its token's row."""
    with torch.no_grad():
        tokens, characters, token_of, positions, labels = collate(group)
        h, c, logits = model(tokens, characters, token_of, positions)
        owners = token_of.clamp(min=0).unsqueeze(-1).expand(-1, -1, h.shape[-1])
        return torch.cat([c, torch.softmax(logits, -1), torch.gather(h, 1, owners) * (token_of >= 0).unsqueeze(-1)], -1), labels


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--name", default="student")
    arguments.add_argument("--epochs", type=int, default=14)
    args = arguments.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    random = np.random.default_rng(SEED)
    model, saved = load_tagger(OUT / f"{args.name}.pt", vocabulary)
    documents = load("klue-dev")
    chunks = read("klue-dev")[0]
    mine: list[set] = [set() for _ in documents]
    for half in (0, 1):
        fit = [c for c in chunks if c.document % 2 == half]
        head = Head(saved["char_width"] + len(LABELS) + saved["width"])
        groups = [(group, *seen(model, group)) for group in batches(fit, 4096, random)]
        optimiser = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.01)
        steps = args.epochs * len(groups)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / 50) * max(0.01, 1 - s / steps))
        head.train()
        for _ in range(args.epochs):
            random.shuffle(groups)
            for _, x, labels in groups:
                loss = F.cross_entropy(head(x)[labels >= 0], labels[labels >= 0].long())
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                schedule.step()
        head.eval()
        with torch.no_grad():
            for group in batches([c for c in chunks if c.document % 2 != half], 8192):
                logits = head(seen(model, group)[0]).numpy()
                for i, x in enumerate(group):
                    mine[x.document] |= set(spans_of(decode(logits[i], x.ends), x.offsets))
    gold = [{(m["start"], m["end"], m["type"]) for m in d["mentions"]} for d in documents]
    scores = {title: f1(gold, mine, types) for title, types in {"six": SIX, **{t: [t] for t in SIX}}.items()}
    for half in (0, 1):
        scores[f"six, {('even', 'odd')[half]} sentences"] = f1(gold[half::2], mine[half::2], SIX)
    print(json.dumps(scores))


assert set(SIX) <= set(TYPES)
main()
