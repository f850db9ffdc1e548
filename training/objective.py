"""What finetune.py and distill.py share: the labelled chunks, the loss against gold, the moving average, development scores."""
import json
from collections import Counter

import torch
import torch.nn.functional as F

from config import LABELS, OUT, TYPES
from evaluation import evaluate
from labelled import UNLABELLED, Chunk, chunks_of, is_reserved, load, load_tokens, load_vocabulary
from network import Tagger

vocabulary = load_vocabulary()
fines = Counter((m["type"], m["fine"]) for d in load("konec-train.recovered") for m in d["mentions"] if m.get("fine"))
fine_names = sorted({f for _, f in fines})
fine_type = [max(TYPES, key=lambda t: fines[t, f]) for f in fine_names]
fine_id = {f: i for i, f in enumerate(fine_names)}


def source_of(name: str) -> str:
    return name.removeprefix("augmented/").split("-")[0].split(".")[0]


def read(name: str, keep=lambda index, document: True) -> tuple[list[Chunk], list[dict]]:
    """Chunks and documents of a file, those that `keep` admits."""
    pairs = [(d, t) for i, (d, t) in enumerate(zip(load(name), load_tokens(name))) if keep(i, d)]
    chunks = [c for i, (d, t) in enumerate(pairs) for c in chunks_of(source_of(name), d, t, vocabulary, fine_id, i)]
    return chunks, [d for d, _ in pairs]


def training_chunks(files: str, hold_out: int | None = None) -> list[Chunk]:
    """`files`: names with commas between, `name*3` to take one three times. The documents reserved for the model card are left out."""
    train = []
    for part in files.split(","):
        name, _, times = part.partition("*")
        keep = lambda index, document: not is_reserved(document)
        if hold_out is not None and source_of(name) == "konec":
            keep = lambda index, document: index % 2 != hold_out
        train += read(name, keep)[0] * int(times or 1)
    return train


def development_sets() -> dict[str, tuple[list[Chunk], list[dict]]]:
    news = lambda index, document: document["id"].endswith("wikitree")
    return {
        "konec-news": read("konec-dev", news),
        "konec-film": read("konec-dev", lambda index, document: not news(index, document)),
        "press-dev": read("press-dev"),
        "articles-dev": read("articles-dev"),
    }


# Rows: may an O character of this source be any of these labels.
ALLOWED = {}
for source in ("konec", "press", "articles", "written"):
    row = torch.zeros(len(LABELS))
    row[0] = 1
    for t in UNLABELLED.get(source, ()):
        row[1 + 4 * TYPES.index(t) : 5 + 4 * TYPES.index(t)] = 1
    ALLOWED[source] = row


def label_loss(logits, labels, group) -> torch.Tensor:
    """Mean negative log probability of the labels; where a source leaves types out, O may be one of those."""
    known = labels >= 0
    p = torch.softmax(logits[known], -1)
    allowed = torch.stack([ALLOWED[x.source] for x in group])[:, None].expand(-1, labels.shape[1], -1)[known]
    picked = torch.gather(p, -1, labels[known][:, None])[:, 0]
    right = torch.where(labels[known] == 0, (p * allowed).sum(-1), picked)
    return -torch.log(right + 1e-8).mean()


def fine_loss(model: Tagger, group, h, c, drop: float) -> torch.Tensor:
    """Classes of the gold spans, from the mean of their characters and their first and last token."""
    rows, owner, lengths, first, last, wanted = [], [], [], [], [], []
    for i, x in enumerate(group):
        for a, b, s, f, y in x.spans:
            rows += range(i * c.shape[1] + a, i * c.shape[1] + b)
            owner += [len(wanted)] * (b - a)
            lengths.append(b - a)
            first.append(i * h.shape[1] + s)
            last.append(i * h.shape[1] + f)
            wanted.append(y)
    if not wanted:
        return torch.zeros(())
    flat_h, flat_c = h.reshape(-1, h.shape[-1]), c.reshape(-1, c.shape[-1])
    total = torch.zeros(len(wanted), c.shape[-1]).index_add(0, torch.tensor(owner), flat_c[torch.tensor(rows)])
    mean = total / torch.tensor(lengths)[:, None]
    vectors = torch.cat([mean, flat_h[torch.tensor(first)], flat_h[torch.tensor(last)]], 1)
    return F.cross_entropy(model.fine(F.dropout(vectors, drop)), torch.tensor(wanted))


class Average:
    """Exponential moving average of the weights that are trained; what is scored and saved."""

    def __init__(self, model: Tagger, decay: float):
        self.decay, self.steps = decay, 0
        self.state = {k: v.clone() for k, v in model.state_dict().items()}
        self.moving = {k: v for k, v in model.named_parameters() if v.requires_grad}

    def update(self):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for k, v in self.moving.items():
            self.state[k].lerp_(v.detach(), 1 - decay)


def save(name: str, model: Tagger, state: dict, char_width: int, arguments: dict, develop: dict) -> None:
    """Writes out/NAME.pt with the weights of `state`, and prints their development scores. The model goes on with its own weights."""
    live = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(state)
    scores = {title: evaluate(model, chunks, documents) for title, (chunks, documents) in develop.items()}
    print(json.dumps(scores), flush=True)
    encoder = model.encoder
    torch.save(
        {"model": state, "fine": fine_names, "fine_type": fine_type, "scores": scores, "width": encoder.input.out_features,
         "dilations": encoder.dilations, "char_width": char_width, "arguments": arguments},
        OUT / f"{name}.pt",
    )
    model.load_state_dict(live)
