"""Masked-word pretraining of the token encoder: out/stream.npy → out/encoder.pt.

A masked token loses all its features; the network says which word it was (sampled softmax over the tied table), and its tag and semantic class.
"""
import argparse
import json
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from config import BORDER, D, DILATIONS, MASK, OUT, SEED, UNKNOWN, WIDTHS, WORDS
from network import TokenEncoder

arguments = argparse.ArgumentParser()
arguments.add_argument("--steps", type=int, default=9000)
arguments.add_argument("--batch", type=int, default=32)
arguments.add_argument("--length", type=int, default=256)
arguments.add_argument("--negatives", type=int, default=2048)
arguments.add_argument("--rate", type=float, default=2e-3)
arguments.add_argument("--threads", type=int, default=1)
arguments.add_argument("--width", type=int, default=D)
arguments.add_argument("--dilations", type=lambda s: tuple(map(int, s.split(","))), default=DILATIONS)
arguments.add_argument("--name", default="encoder")
arguments.add_argument("--resume", action="store_true")
arguments.add_argument("--begin", help="go on from this finished encoder, with a schedule of its own")
arguments.add_argument("--skip", type=int, default=0, help="batches of the stream that it has read")
args = arguments.parse_args()

torch.manual_seed(SEED)
torch.set_num_threads(args.threads)
random = np.random.default_rng(SEED)
vocabulary = json.load(open(OUT / "vocabulary.json"))
stream = np.load(OUT / "stream.npy", mmap_mode="r")
features = np.load(OUT / "features.npy")
counts = np.load(OUT / "counts.npy").astype(np.float64)
SPACE = 1 << 29

word_counts = np.bincount(features[:-1, 0], weights=counts, minlength=WORDS)
word_counts[:4] = 0
proposal = word_counts**0.75
proposal /= proposal.sum()
log_proposal = torch.tensor(np.log(proposal * args.negatives + 1e-12), dtype=torch.float32)
pool = random.choice(WORDS, size=4_000_000, p=proposal)

encoder = TokenEncoder(len(vocabulary["tags"]), len(vocabulary["semantics"]), args.width, args.dilations)
heads = nn.ModuleDict({
    "word": nn.Sequential(nn.Linear(args.width, WIDTHS["word"]), nn.LayerNorm(WIDTHS["word"])),
    "tag": nn.Linear(args.width, 4 + len(vocabulary["tags"])),
    "semantic": nn.Linear(args.width, 4 + len(vocabulary["semantics"])),
})
word_bias = nn.Parameter(torch.zeros(WORDS))
parameters = [*encoder.parameters(), *heads.parameters(), word_bias]
optimiser = torch.optim.Adam(parameters, lr=args.rate, betas=(0.9, 0.98), fused=True)
warmup = 300
schedule = torch.optim.lr_scheduler.LambdaLR(
    optimiser, lambda s: min(1.0, (s + 1) / warmup) * max(0.02, 1 - s / args.steps)
)
size = args.batch * args.length
starts = len(stream) // size
order = random.permutation(starts)
step = 0
if args.begin:
    saved = torch.load(OUT / f"{args.begin}.pt")
    encoder.load_state_dict(saved["encoder"])
    heads.load_state_dict(saved["heads"])
    word_bias.data = saved["word_bias"]
if args.resume and (OUT / f"{args.name}.pt").exists():
    saved = torch.load(OUT / f"{args.name}.pt")
    encoder.load_state_dict(saved["encoder"])
    heads.load_state_dict(saved["heads"])
    word_bias.data = saved["word_bias"]
    optimiser.load_state_dict(saved["optimiser"])
    step = saved["step"]
    for _ in range(step):
        schedule.step()


def save():
    torch.save(
        {"encoder": encoder.state_dict(), "heads": heads.state_dict(), "word_bias": word_bias.data,
         "optimiser": optimiser.state_dict(), "step": step, "width": args.width, "dilations": args.dilations},
        OUT / f"{args.name}.pt",
    )


began, seen, ran = time.time(), 0, {"word": 0.0, "tag": 0.0, "semantic": 0.0, "right": 0.0}
while step < args.steps:
    place = order[(args.skip + step) % starts]
    raw = np.asarray(stream[place * size : (place + 1) * size])
    spaced = (raw & SPACE) != 0
    rows = features[raw & (SPACE - 1)]
    ids = rows[:, :7].copy()
    ids[spaced, 6] = rows[spaced, 7]
    target = torch.from_numpy(ids.copy()).long()
    border = ids[:, 0] == BORDER
    chosen = (random.random(size) < 0.18) & ~border
    fate = random.random(size)
    ids[chosen & (fate < 0.8)] = MASK
    swapped = np.flatnonzero(chosen & (fate >= 0.8) & (fate < 0.9))
    ids[swapped] = ids[random.integers(0, size, len(swapped))]
    dropped = (random.random(size) < 0.08) & ~border & ~chosen
    ids[dropped, 0] = UNKNOWN
    h = encoder(torch.from_numpy(ids).long())
    at = torch.from_numpy(np.flatnonzero(chosen))
    h, target = h[at], target[at]
    known = target[:, 0] > 3
    z = heads["word"](h[known])
    wanted = target[known, 0]
    negative = torch.from_numpy(pool[random.integers(0, len(pool), args.negatives)])
    table = encoder.tables["word"].weight
    positive_score = (z * table[wanted]).sum(-1) + word_bias[wanted] - log_proposal[wanted]
    negative_score = z @ table[negative].T + word_bias[negative] - log_proposal[negative]
    negative_score = negative_score.masked_fill(negative[None] == wanted[:, None], -1e4)
    scores = torch.cat([positive_score[:, None], negative_score], 1)
    word_loss = F.cross_entropy(scores, torch.zeros(len(wanted), dtype=torch.long))
    tag_loss = F.cross_entropy(heads["tag"](h), target[:, 1])
    semantic_loss = F.cross_entropy(heads["semantic"](h), target[:, 2])
    optimiser.zero_grad()
    (word_loss + 0.3 * tag_loss + 0.5 * semantic_loss).backward()
    nn.utils.clip_grad_norm_(parameters, 1.0)
    optimiser.step()
    schedule.step()
    step += 1
    seen += size
    ran["word"] += word_loss.item()
    ran["tag"] += tag_loss.item()
    ran["semantic"] += semantic_loss.item()
    ran["right"] += (positive_score > negative_score.max(1).values).float().mean().item()
    if step % 100 == 0:
        print(step, {k: round(v / 100, 3) for k, v in ran.items()}, f"{seen / (time.time() - began):.0f} tokens/s", flush=True)
        ran = dict.fromkeys(ran, 0.0)
    if step % 1000 == 0:
        save()
save()
