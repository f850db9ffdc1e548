"""Trains the tagger on the labelled files from a pretrained encoder: out/encoder.pt → out/tagger.pt."""
import argparse
import json
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

from batching import batches, collate
from config import D, E, LABELS, OUT, SEED, TYPES
from evaluation import evaluate
from features import DIGIT
from labelled import UNLABELLED, Chunk, chunks_of, load, load_tokens, load_vocabulary
from network import Tagger, TokenEncoder

arguments = argparse.ArgumentParser()
arguments.add_argument("--epochs", type=int, default=8)
arguments.add_argument("--rate", type=float, default=1.5e-3)
arguments.add_argument("--encoder-rate", type=float, default=0.5, help="share of --rate for the pretrained encoder")
arguments.add_argument("--drop", type=float, default=0.2)
arguments.add_argument("--batch", type=int, default=8192, help="characters a step")
arguments.add_argument("--word-drop", type=float, default=0.08)
arguments.add_argument("--name-drop", type=float, default=0.25, help="share of mention tokens that lose word and semantic class")
arguments.add_argument("--train-words", action="store_true", help="train token.word too; frozen, it keeps unseen words beside seen ones")
arguments.add_argument("--encoder", default="encoder")
arguments.add_argument("--resume", help="go on from this tagger instead of the encoder")
arguments.add_argument("--name", default="tagger")
arguments.add_argument("--seed", type=int, default=SEED)
arguments.add_argument("--threads", type=int, default=1)
arguments.add_argument("--train", default="konec-train.recovered,press-train,articles-train*2,augmented/press-train,augmented/articles-train,augmented/konec-train.recovered")
arguments.add_argument("--width", type=int, default=D)
arguments.add_argument("--char-width", type=int, default=E)
arguments.add_argument("--decay", type=float, default=0.995)
args = arguments.parse_args()
torch.manual_seed(args.seed)
torch.set_num_threads(args.threads)
random = np.random.default_rng(args.seed)
vocabulary = load_vocabulary()

fines = Counter((m["type"], m["fine"]) for d in load("konec-train.recovered") for m in d["mentions"] if m.get("fine"))
fine_names = sorted({f for _, f in fines})
fine_type = [max(TYPES, key=lambda t: fines[t, f]) for f in fine_names]
fine_id = {f: i for i, f in enumerate(fine_names)}


def kind(name: str) -> str:
    return name.split("-")[0]


def read(name: str) -> list[Chunk]:
    """`name` of a labelled file, or `augmented/name` of a copy that augment.py made."""
    documents = load(name, OUT) if name.startswith("augmented/") else load(name)
    source = kind(name.removeprefix("augmented/"))
    return [c for i, (d, t) in enumerate(zip(documents, load_tokens(name))) for c in chunks_of(source, d, t, vocabulary, fine_id, i)]


# rows: may an O character of this source be any of these labels
allowed = {}
for source in ("konec", "press", "articles"):
    row = torch.zeros(len(LABELS), dtype=torch.bool)
    row[0] = True
    for t in UNLABELLED.get(source, ()):
        row[1 + 4 * TYPES.index(t) : 5 + 4 * TYPES.index(t)] = True
    allowed[source] = row.float()


def fine_loss(model, group, h, c):
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
    return F.cross_entropy(model.fine(F.dropout(vectors, args.drop)), torch.tensor(wanted))


if __name__ == "__main__":
    train = []
    for part in args.train.split(","):
        name, _, times = part.partition("*")
        train += read(name) * int(times or 1)
    develop = {}
    konec, konec_tokens = load("konec-dev"), load_tokens("konec-dev")
    for title, keep in (("konec-news", lambda d: d["id"].endswith("wikitree")), ("konec-film", lambda d: not d["id"].endswith("wikitree"))):
        pairs = [(d, t) for d, t in zip(konec, konec_tokens) if keep(d)]
        develop[title] = ([c for i, (d, t) in enumerate(pairs) for c in chunks_of("konec", d, t, vocabulary, fine_id, i)], [d for d, _ in pairs])
    for name in ("press-dev", "articles-dev"):
        develop[name] = (read(name), load(name))
    print(len(train), "chunks", sum(len(c.characters) for c in train), "characters", len(fine_names), "fine", flush=True)

    saved = torch.load(OUT / f"{args.encoder}.pt")
    encoder = TokenEncoder(len(vocabulary.tags), len(vocabulary.semantics), args.width)
    encoder.load_state_dict(saved["encoder"])
    with torch.no_grad():
        rows = encoder.tables["word"].weight
        for word, pieces in json.load(open(OUT / "pieces.json")).items():
            ids = [vocabulary.word_id[DIGIT.sub("0", p)] for p in pieces if DIGIT.sub("0", p) in vocabulary.word_id]
            if word in vocabulary.word_id and ids:
                rows[vocabulary.word_id[word]] = rows[ids].mean(0)
    model = Tagger(encoder, args.width, args.char_width, len(fine_names))
    if args.resume:
        model.load_state_dict(torch.load(OUT / f"{args.resume}.pt")["model"])
    encoder.tables["word"].weight.requires_grad_(args.train_words)
    ours = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": ours, "lr": args.rate}, {"params": [p for p in encoder.parameters() if p.requires_grad], "lr": args.rate * args.encoder_rate}],
        betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )
    steps = args.epochs * len(batches(train, args.batch, random))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / 200) * max(0.01, 1 - s / steps))
    average = {k: v.clone() for k, v in model.state_dict().items()}
    moving = {k: v for k, v in model.named_parameters() if v.requires_grad}
    began, step = time.time(), 0
    for epoch in range(args.epochs):
        model.train()
        total = 0.0
        for group in batches(train, args.batch, random):
            tokens, characters, token_of, positions, labels = collate(group, random, args.word_drop, args.name_drop)
            h, c, logits = model(tokens, characters, token_of, positions, args.drop)
            known = labels >= 0
            p = torch.softmax(logits[known], -1)
            open_rows = torch.stack([allowed[x.source] for x in group])[:, None].expand(-1, labels.shape[1], -1)[known]
            picked = torch.gather(p, -1, labels[known][:, None])[:, 0]
            right = torch.where(labels[known] == 0, (p * open_rows).sum(-1), picked)
            loss = -torch.log(right + 1e-8).mean() + 0.05 * fine_loss(model, group, h, c)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            total += loss.item()
            if step % 50 == 0:
                print(f"  step {step} of {steps}, {time.time() - began:.0f} s", flush=True)
            decay = min(args.decay, (1 + step) / (10 + step))
            for k, v in moving.items():
                average[k].lerp_(v.detach(), 1 - decay)
        print(f"epoch {epoch + 1} loss {total / len(batches(train, args.batch, random)):.4f} {time.time() - began:.0f} s", flush=True)
        if epoch + 1 in (2, args.epochs):
            live = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average)
            scores = {title: evaluate(model, c, d) for title, (c, d) in develop.items()}
            print(json.dumps(scores), flush=True)
            torch.save({"model": average, "fine": fine_names, "fine_type": fine_type, "scores": scores, "arguments": vars(args)}, OUT / f"{args.name}.pt")
            model.load_state_dict(live)
