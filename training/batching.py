"""Batches of labelled chunks, and the way from logits to spans."""
import numpy as np
import torch

from config import LABELS, MASK, TYPES, UNKNOWN
from labelled import Chunk


def batches(chunks: list[Chunk], size: int, random=None):
    """Chunks of like length together, about `size` characters each, in random order where a generator is given."""
    order = random.permutation(len(chunks)) if random is not None else np.arange(len(chunks))
    order = sorted(order, key=lambda i: len(chunks[i].characters) + (random.random() * 24 if random is not None else 0))
    groups, current = [], []
    for i in order:
        if current and (len(current) + 1) * len(chunks[i].characters) > size:
            groups.append(current)
            current = []
        current.append(chunks[i])
    groups.append(current)
    if random is not None:
        random.shuffle(groups)
    return groups


def collate(group: list[Chunk], random=None, word_drop: float = 0.0, name_drop: float = 0.0):
    """Padded tensors of a batch; with a generator, tokens lose features at random: `name_drop` is the share of tokens in mentions that lose word and class."""
    b, t, c = len(group), max(len(x.tokens) for x in group), max(len(x.characters) for x in group)
    tokens = np.zeros((b, t, 7), dtype=np.int64)
    characters = np.zeros((b, c, 2), dtype=np.int64)
    token_of = np.full((b, c), -1, dtype=np.int64)
    positions = np.full((b, c), 5, dtype=np.int64)
    labels = np.full((b, c), -1, dtype=np.int64)
    for i, x in enumerate(group):
        own = x.tokens
        if random is not None:
            own = own.copy()
            lost = (random.random(len(own)) < word_drop) & (own[:, 0] > 3)
            own[lost, 0] = UNKNOWN
            lost = (random.random(len(own)) < name_drop) & x.in_mention
            own[lost, 0] = UNKNOWN
            own[lost, 2] = 4  # '*'
            lost = (random.random(len(own)) < 0.02) & (own[:, 0] > 3)
            own[lost] = MASK
        tokens[i, : len(own)] = own
        characters[i, : len(x.characters)] = x.characters
        token_of[i, : len(x.token_of)] = x.token_of
        positions[i, : len(x.positions)] = x.positions
        labels[i, : len(x.labels)] = np.where(x.offsets < 0, -1, x.labels)
    return [torch.from_numpy(a) for a in (tokens, characters, token_of, positions, labels)]


def decode(logits: np.ndarray, ends: list[int]) -> np.ndarray:
    """Constrained Viterbi over each sentence of a chunk (no learnt transitions)."""
    n = len(LABELS)
    out = np.zeros(len(logits), dtype=np.int64)
    start = 1
    close = np.array([0] + [i for i in range(1, n) if (i - 1) % 4 in (2, 3)])
    opens = np.array([i for i in range(1, n) if (i - 1) % 4 in (0, 3)])
    inner = np.array([i for i in range(1, n) if (i - 1) % 4 in (1, 2)])
    base = 1 + (inner - 1) // 4 * 4
    for end in ends:
        x = logits[start:end]
        if len(x) == 0:
            start = end + 1
            continue
        back = np.zeros((len(x), n), dtype=np.int64)
        score = np.full(n, -1e9)
        score[0] = x[0, 0]
        score[opens] = x[0, opens]
        for i in range(1, len(x)):
            best = close[np.argmax(score[close])]
            following = np.full(n, -1e9)
            following[0] = score[best]
            following[opens] = score[best]
            back[i, 0] = best
            back[i, opens] = best
            from_b, from_i = score[base], score[base + 1]
            take_b = from_b >= from_i
            following[inner] = np.where(take_b, from_b, from_i)
            back[i, inner] = np.where(take_b, base, base + 1)
            score = following + x[i]
        state = close[np.argmax(score[close])]
        for i in range(len(x) - 1, -1, -1):
            out[start + i] = state
            state = back[i, state]
        start = end + 1
    return out


def spans_of(labels: np.ndarray, offsets: np.ndarray) -> list[tuple[int, int, str]]:
    spans, start = [], 0
    for i, label in enumerate(labels):
        if label == 0:
            continue
        part, t = (label - 1) % 4, TYPES[(label - 1) // 4]
        if part == 3:
            spans.append((int(offsets[i]), int(offsets[i]) + 1, t))
        elif part == 0:
            start = i
        elif part == 2:
            spans.append((int(offsets[start]), int(offsets[i]) + 1, t))
    return spans
