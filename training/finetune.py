"""Trains a tagger on the labelled files from a pretrained encoder: out/encoder.pt → out/tagger.pt."""
import argparse
import json
import time

import numpy as np
import torch

from batching import batches, collate
from config import E, OUT, SEED
from features import DIGIT
from network import Tagger, TokenEncoder
from objective import Average, development_sets, fine_loss, fine_names, label_loss, save, training_chunks, vocabulary

arguments = argparse.ArgumentParser()
arguments.add_argument("--epochs", type=int, default=8)
arguments.add_argument("--rate", type=float, default=1.5e-3)
arguments.add_argument("--encoder-rate", type=float, default=0.5, help="share of --rate for the pretrained encoder")
arguments.add_argument("--drop", type=float, default=0.2)
arguments.add_argument("--batch", type=int, default=8192, help="characters a step")
arguments.add_argument("--word-drop", type=float, default=0.08)
arguments.add_argument("--name-drop", type=float, default=0.2, help="share of mention tokens that lose word and semantic class")
arguments.add_argument("--encoder", default="encoder")
arguments.add_argument("--name", default="tagger")
arguments.add_argument("--seed", type=int, default=SEED)
arguments.add_argument("--threads", type=int, default=1)
arguments.add_argument("--train", required=True)
arguments.add_argument("--hold-out", type=int, choices=(0, 1), help="leave out the KoNEC sentences of even (0) or odd (1) place; realign.py scores them")
arguments.add_argument("--char-width", type=int, default=E)
arguments.add_argument("--decay", type=float, default=0.995)
arguments.add_argument("--quick", action="store_true", help="no development scores")
args = arguments.parse_args()
torch.manual_seed(args.seed)
torch.set_num_threads(args.threads)
random = np.random.default_rng(args.seed)


def start_spare_words(encoder: TokenEncoder) -> None:
    """Words that pretraining never saw as one token begin at the mean of the words that they are made of."""
    rows = encoder.tables["word"].weight
    with torch.no_grad():
        for word, pieces in json.load(open(OUT / "pieces.json")).items():
            ids = [vocabulary.word_id[DIGIT.sub("0", p)] for p in pieces if DIGIT.sub("0", p) in vocabulary.word_id]
            if word in vocabulary.word_id and ids:
                rows[vocabulary.word_id[word]] = rows[ids].mean(0)


def main():
    train = training_chunks(args.train, args.hold_out)
    develop = {} if args.quick else development_sets()
    print(len(train), "chunks", sum(len(c.characters) for c in train), "characters", flush=True)
    saved = torch.load(OUT / f"{args.encoder}.pt")
    encoder = TokenEncoder(len(vocabulary.tags), len(vocabulary.semantics), saved["width"], saved["dilations"])
    encoder.load_state_dict(saved["encoder"])
    start_spare_words(encoder)
    model = Tagger(encoder, saved["width"], args.char_width, len(fine_names))
    ours = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": ours, "lr": args.rate}, {"params": list(encoder.parameters()), "lr": args.rate * args.encoder_rate}],
        betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )
    steps = args.epochs * len(batches(train, args.batch, random))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / 200) * max(0.01, 1 - s / steps))
    average = Average(model, args.decay)
    began, step = time.time(), 0
    for epoch in range(args.epochs):
        model.train()
        total, groups = 0.0, batches(train, args.batch, random)
        for group in groups:
            tokens, characters, token_of, positions, labels = collate(group, random, args.word_drop, args.name_drop)
            h, c, logits = model(tokens, characters, token_of, positions, args.drop)
            loss = label_loss(logits, labels, group) + 0.05 * fine_loss(model, group, h, c, args.drop)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update()
            step += 1
            total += loss.item()
            if step % 50 == 0:
                print(f"  step {step} of {steps}, {time.time() - began:.0f} s", flush=True)
        print(f"epoch {epoch + 1} loss {total / len(groups):.4f} {time.time() - began:.0f} s", flush=True)
    save(args.name, model, average.state, args.char_width, vars(args), develop)


main()
