"""Trains the small tagger that ships on the answers of large ones: out/TEACHER.pt … → out/student.pt.

The student begins with the first teacher's tables. On unlabelled text it learns the teachers' mean probabilities; on labelled text those and the gold labels.
Tokens of the student's input lose features at random, the teachers see them whole.
"""
import argparse
import time

import numpy as np
import torch
import torch.nn.functional as F

from batching import batches, collate
from config import D, DILATIONS, E, OUT, SEED
from network import Tagger, TokenEncoder, load_tagger
from objective import Average, development_sets, fine_loss, fine_names, label_loss, read, save, training_chunks, vocabulary

arguments = argparse.ArgumentParser()
arguments.add_argument("--teachers", required=True, help="names with commas between")
arguments.add_argument("--train", required=True)
arguments.add_argument("--passes", type=float, default=1.0, help="over the unlabelled text; the labelled files are mixed in evenly")
arguments.add_argument("--labelled-passes", type=int, default=3)
arguments.add_argument("--gold", type=float, default=0.5, help="share of the gold labels in the loss on labelled text")
arguments.add_argument("--rate", type=float, default=2e-3)
arguments.add_argument("--drop", type=float, default=0.05)
arguments.add_argument("--batch", type=int, default=8192)
arguments.add_argument("--word-drop", type=float, default=0.05)
arguments.add_argument("--name-drop", type=float, default=0.1)
arguments.add_argument("--width", type=int, default=D)
arguments.add_argument("--dilations", type=lambda s: tuple(map(int, s.split(","))), default=DILATIONS)
arguments.add_argument("--char-width", type=int, default=E)
arguments.add_argument("--unlabelled", default="unlabelled")
arguments.add_argument("--most-chunks", type=int, help="of the unlabelled text, for trials")
arguments.add_argument("--resume", help="go on from this student instead of the teacher's tables")
arguments.add_argument("--seed", type=int, default=SEED)
arguments.add_argument("--threads", type=int, default=1)
arguments.add_argument("--decay", type=float, default=0.999)
arguments.add_argument("--name", default="student")
args = arguments.parse_args()
torch.manual_seed(args.seed)
torch.set_num_threads(args.threads)
random = np.random.default_rng(args.seed)


def begin(teacher: Tagger) -> Tagger:
    encoder = TokenEncoder(len(vocabulary.tags), len(vocabulary.semantics), args.width, args.dilations)
    encoder.tables.load_state_dict(teacher.encoder.tables.state_dict())
    student = Tagger(encoder, args.width, args.char_width, len(fine_names))
    student.char.load_state_dict(teacher.char.state_dict())
    student.bigram.load_state_dict(teacher.bigram.state_dict())
    if args.resume:
        student.load_state_dict(load_tagger(OUT / f"{args.resume}.pt", vocabulary)[0].state_dict())
    return student


def answers(teachers: list[Tagger], group) -> torch.Tensor:
    with torch.no_grad():
        inputs = collate(group)[:4]
        return sum(torch.softmax(teacher(*inputs)[2], -1) for teacher in teachers) / len(teachers)


def main():
    labelled = training_chunks(args.train)
    plain = read(args.unlabelled)[0][: args.most_chunks] if args.passes else []
    develop = development_sets()
    print(len(labelled), "labelled,", len(plain), "unlabelled chunks,", sum(len(c.characters) for c in plain), "characters", flush=True)
    teachers = [load_tagger(OUT / f"{name}.pt", vocabulary)[0] for name in args.teachers.split(",")]
    student = begin(teachers[0])
    groups = [g for _ in range(args.labelled_passes) for g in batches(labelled, args.batch, random)]
    plain_groups = [g for _ in range(int(np.ceil(args.passes))) for g in batches(plain, args.batch, random)] if plain else []
    groups += plain_groups[: int(len(plain_groups) * args.passes / max(1, np.ceil(args.passes)))]
    random.shuffle(groups)
    optimiser = torch.optim.AdamW(student.parameters(), lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / 200) * max(0.01, 1 - s / len(groups)))
    average = Average(student, args.decay)
    began, total = time.time(), 0.0
    student.train()
    for step, group in enumerate(groups, 1):
        tokens, characters, token_of, positions, labels = collate(group, random, args.word_drop, args.name_drop)
        h, c, logits = student(tokens, characters, token_of, positions, args.drop)
        known = labels >= 0
        wanted = answers(teachers, group)[known]
        loss = F.kl_div(torch.log_softmax(logits[known], -1), wanted, reduction="batchmean")
        if group[0].source != args.unlabelled:
            loss = (1 - args.gold) * loss + args.gold * label_loss(logits, labels, group) + 0.05 * fine_loss(student, group, h, c, args.drop)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        average.update()
        total += loss.item()
        if step % 100 == 0:
            print(f"  step {step} of {len(groups)} loss {total / 100:.4f} {time.time() - began:.0f} s", flush=True)
            total = 0.0
    save(args.name, student, average.state, args.char_width, vars(args), develop)


main()
