"""The quantised network of docs/model-format.md in numpy: integer sums, f32 after each operation in the order given there.

Slow and plain, it says what src/model must answer. `python3 reference.py INPUT OUTPUT [--model FILE]` adds `labels` to the cases of INPUT
(scripts/parity-input.ts writes them: texts with sentences and tokens) and writes them to OUTPUT, which test/unit/mention/parity.test.ts replays.
"""
import argparse
import gzip
import json
import zlib
from pathlib import Path

import numpy as np

from features import DIGIT, pair_hash, shape, units

F = np.float32
TYPES = {"i8": np.int8, "i16": np.int16, "f32": np.float32}
TABLES = ("word", "tag", "semantic", "first", "last", "tail", "shape")
UNKNOWN, BORDER, FIRST = 1, 3, 4
MODEL = Path(__file__).resolve().parent.parent / "dictionaries" / "built" / "model.bin.gz"


class Reference:
    def __init__(self, data: bytes):
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        length, checksum = (int.from_bytes(data[i : i + 4], "little") for i in (4, 8))
        assert data[:4] == b"GSM1" and zlib.crc32(data[12:]) == checksum, "no model file, or a damaged one"
        self.header = json.loads(data[12 : 12 + length])
        self.config = self.header["config"]
        self.tensors = {}
        for t in self.header["tensors"]:
            start = 12 + length + t["offset"]
            count = int(np.prod(t["shape"]))
            self.tensors[t["name"]] = np.frombuffer(data, TYPES[t["dtype"]], count, start).reshape(t["shape"])
        ids = lambda items: {x: FIRST + i for i, x in enumerate(items)}
        self.words, self.tags, self.semantics = (
            ids(self.header["words"].split("\n")), ids(self.header["tags"]), ids(self.header["semantics"]),
        )
        self.chars = ids(units(self.header["chars"]))

    # features

    def token_ids(self, surface: str, pos: str, semantic: str | None, space_before: bool) -> list[int]:
        u = units(surface)
        rows = self.config["tailRows"] - FIRST
        return [
            self.words.get(DIGIT.sub("0", surface), UNKNOWN),
            self.tags.get(pos) or self.tags.get(pos.split("+")[0], UNKNOWN),
            self.semantics.get(semantic or "*", UNKNOWN),
            self.chars.get(u[0], UNKNOWN),
            self.chars.get(u[-1], UNKNOWN),
            FIRST + pair_hash(u[-2] if len(u) > 1 else 0, u[-1], rows),
            shape(surface, space_before),
        ]

    def chunks(self, text: list[int], sentences: list, tokens: list) -> list[list]:
        """Sentences with their tokens, as many to a chunk as fit. A sentence longer than a chunk is not cut here."""
        chunks, size = [[]], 1
        for a, b in sentences:
            own = [t for t in tokens if a <= t[0] and t[1] <= b]
            assert len(own) + 2 <= self.config["maxTokens"]
            if chunks[-1] and size + len(own) + 1 > self.config["maxTokens"]:
                chunks.append([])
                size = 1
            chunks[-1].append((a, b, own))
            size += len(own) + 1
        return chunks

    # arithmetic

    def quantise(self, x, scale):
        return np.clip(np.floor(x * F(scale) + F(0.5)), F(-16383), F(16383)).astype(np.int16)

    def dense(self, name, q):
        """Integer sums are exact in f64: none exceeds 2^53."""
        sums = q.astype(np.float64) @ self.tensors[f"{name}.W"].astype(np.float64).T
        return sums.astype(np.int32).astype(F) * self.tensors[f"{name}.scale"] + self.tensors[f"{name}.bias"]

    def neighbours(self, q, step):
        padded = np.pad(q, ((step, step), (0, 0)))
        return np.concatenate([padded[: len(q)], q, padded[2 * step :]], 1)

    def total(self, x):
        """Four partial sums, index mod 4."""
        s = np.zeros((len(x), 4), F)
        for k in range(0, x.shape[1], 4):
            s = s + x[:, k : k + 4]
        return (s[:, 0] + s[:, 1]) + (s[:, 2] + s[:, 3])

    def norm(self, name, x):
        share = F(1) / F(x.shape[1])
        d = x - (self.total(x) * share)[:, None]
        r = F(1) / np.sqrt(self.total(d * d) * share + F(1e-5))
        return (d * r[:, None]) * self.tensors[f"{name}.gamma"] + self.tensors[f"{name}.beta"]

    def forward(self, tokens, characters, owners, positions):
        """Ids [T, 7], [C, 2], [C], [C] → h [T, d], c [C, e], logits [C, L]."""
        relu = lambda x: np.where(x > 0, x, F(0))
        scales = self.config["scales"]
        x = np.concatenate([self.tensors[f"token.{n}"][tokens[:, i]] for i, n in enumerate(TABLES)], 1)
        h = self.norm("token.in", relu(self.dense("token.in", x)))
        for i, dilation in enumerate(self.config["dilations"]):
            q = self.quantise(h, scales["token"][i])
            h = self.norm(f"token.conv.{i}", h + relu(self.dense(f"token.conv.{i}", self.neighbours(q, dilation))))
        u = self.dense("up", self.quantise(h, scales["up"]))
        u = np.where(owners[:, None] >= 0, u[owners], F(0)) + self.tensors["char.position"][positions]
        x = np.concatenate([self.tensors["char.char"][characters[:, 0]], self.tensors["char.bigram"][characters[:, 1]]], 1)
        c = relu(self.dense("char.in", self.neighbours(x, 1)) + u)
        c = self.norm("char.conv", c + relu(self.dense("char.conv", self.neighbours(self.quantise(c, scales["char"]), 1))))
        return h, c, self.dense("out", self.quantise(c, scales["out"]))

    def viterbi(self, logits):
        n = 1 + 4 * len(self.header["types"])
        logits, transitions = logits[:, :n], self.tensors["transitions"]
        outside = np.array([i == 0 or (i - 1) % 4 == 3 for i in range(n)])  # O, S
        start = outside | np.array([i > 0 and (i - 1) % 4 == 0 for i in range(n)])  # and B
        end = outside | np.array([i > 0 and (i - 1) % 4 == 2 for i in range(n)])  # and E
        allowed = end[:, None] & start[None, :]
        for t in range(1, n, 4):
            allowed[t : t + 2, t + 1 : t + 3] = True
        steps = np.where(allowed, transitions, F(-np.inf))
        score = np.where(start, logits[0], F(-np.inf))
        back = []
        for row in logits[1:]:
            candidates = score[:, None] + steps
            back.append(candidates.argmax(0))
            score = candidates.max(0) + row
        best = [int(np.where(end, score, F(-np.inf)).argmax())]
        for pointers in reversed(back):
            best.append(int(pointers[best[-1]]))
        return best[::-1]

    # whole texts

    def labels(self, text: str, sentences: list, tokens: list) -> list[int]:
        """A label for each UTF-16 unit, −1 outside sentences. `tokens`: [start, end, pos, semantic or None]."""
        u = units(text)
        found = [-1] * len(u)
        for chunk in self.chunks(u, sentences, tokens):
            rows, characters, owners, positions, places = [[BORDER] * 7], [[BORDER, BORDER]], [0], [0], []
            for a, b, own in chunk:
                places.append((a, b, len(characters)))
                owner, position = [-1] * (b - a), [5] * (b - a)
                previous = None
                for s, e, pos, semantic in own:
                    surface = "".join(map(chr, u[s:e]))
                    owner[s - a : e - a] = [len(rows)] * (e - s)
                    position[s - a : e - a] = [3] * (e - s)
                    position[e - 1 - a] = 4
                    position[s - a] = 1 if e - s == 1 else 2
                    rows.append(self.token_ids(surface, pos, semantic, previous != s))
                    previous = e
                for i in range(a, b):
                    following = u[i + 1] if i + 1 < b else 0
                    bigram = FIRST + pair_hash(u[i], following, self.config["bigramRows"] - FIRST)
                    characters.append([self.chars.get(u[i], UNKNOWN), bigram])
                owners += owner + [len(rows)]
                positions += position + [0]
                characters.append([BORDER, BORDER])
                rows.append([BORDER] * 7)
            _, _, logits = self.forward(np.array(rows), np.array(characters), np.array(owners), np.array(positions))
            for a, b, at in places:
                found[a:b] = self.viterbi(logits[at : at + b - a])
        return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("input", type=Path)
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--model", type=Path, default=MODEL)
    args = arguments.parse_args()
    reference = Reference(args.model.read_bytes())
    cases = json.loads(args.input.read_text(encoding="utf-8"))["cases"]
    for case in cases:
        case["labels"] = reference.labels(case["text"], case["sentences"], case["tokens"])
    lines = ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in cases)
    args.output.parent.mkdir(parents=True, exist_ok=True)
    args.output.write_text('{"model":%s,"cases":[\n%s\n]}\n' % (json.dumps(reference.header["name"]), lines), encoding="utf-8")
    print(args.output, len(cases), "cases")


if __name__ == "__main__":
    main()
