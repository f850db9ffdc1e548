"""Labelled documents as arrays: tokens, characters, labels, spans.

All offsets are UTF-16 code units, so a text is held as a string of code units (an astral character is two).
Tokens come from files beside the data in out/tokens/*.jsonl, one line a document: [[start, end, tag, semantic], …], as scripts/dump-tokens.ts writes them.
"""
import json
import re
import zlib
from dataclasses import dataclass

import numpy as np

from config import BORDER, LABELS, MAX_TOKENS, OUT, SHARED, TYPES
from features import BORDER_TOKEN, Vocabulary, shape

SENTENCE_END = re.compile(r"\n+|(?<=[다요죠까]\.)[”\"’']?\s+(?=\S)")
UNLABELLED = {"press": ("QUANTITY", "OTHER"), "articles": ("OTHER",), "written": ("OTHER",)}  # types that a source leaves out


def code_units(text: str) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(raw[i] | raw[i + 1] << 8) for i in range(0, len(raw), 2))


@dataclass
class Chunk:
    source: str
    tokens: np.ndarray  # [T, 7]
    characters: np.ndarray  # [C, 2]
    token_of: np.ndarray  # [C]
    positions: np.ndarray  # [C]
    labels: np.ndarray  # [C]
    spans: list  # (char a, char b, token s, token f, fine)
    ends: list  # characters at which a sentence ends, for decoding
    offsets: np.ndarray  # [C] offset into the text, −1 at a border
    document: int = 0
    in_mention: np.ndarray | None = None  # [T] token overlaps a mention


def split_lines(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for match in SENTENCE_END.finditer(text):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(text)))
    trimmed = []
    for a, b in spans:
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            trimmed.append((a, b))
    return trimmed


def chunks_of(source: str, document: dict, tokens: list, vocabulary: Vocabulary, fine_id: dict[str, int], index: int = 0) -> list[Chunk]:
    text = code_units(document["text"])
    label_at = np.zeros(len(text), dtype=np.int64)
    for m in document.get("mentions", []):
        t = 1 + 4 * TYPES.index(m["type"])
        a, b = m["start"], m["end"]
        if b - a == 1:
            label_at[a] = t + 3
        else:
            label_at[a], label_at[b - 1] = t, t + 2
            label_at[a + 1 : b - 1] = t + 1
    sentences = split_lines(text)
    # a mention or a token never lies across a border
    for m in document.get("mentions", []):
        sentences = join_over(sentences, m["start"], m["end"])
    grouped: list[tuple[tuple[int, int], list]] = []
    k = 0
    for a, b in sentences:
        own = []
        while k < len(tokens) and tokens[k][0] < b:
            if tokens[k][0] >= a and tokens[k][1] <= b:
                own.append(tokens[k])
            k += 1
        grouped.append(((a, b), own))
    out, current, size = [], [], 1
    for sentence in grouped:
        if current and size + len(sentence[1]) + 1 > MAX_TOKENS:
            out.append(current)
            current, size = [], 1
        current.append(sentence)
        size += len(sentence[1]) + 1
    if current:
        out.append(current)
    return [build(source, text, label_at, group, document, vocabulary, fine_id, index) for group in out]


def join_over(sentences, start, end):
    for i, (a, b) in enumerate(sentences[:-1]):
        if start < b < end or (start >= a and start < b and end > b):
            return sentences[:i] + [(a, sentences[i + 1][1])] + sentences[i + 2 :]
    return sentences


def build(source, text, label_at, group, document, vocabulary, fine_id, index) -> Chunk:
    rows, characters, token_of, positions, labels, offsets, ends = [BORDER_TOKEN], [(BORDER, BORDER)], [0], [0], [0], [-1], []
    place = {}
    for (a, b), tokens in group:
        owner = np.full(b - a, -1, dtype=np.int64)
        where = np.full(b - a, 5, dtype=np.int64)
        previous = a
        for n, (s, e, tag, semantic) in enumerate(tokens):
            surface = text[s:e]
            owner[s - a : e - a] = len(rows)
            where[s - a : e - a] = 3
            where[s - a], where[e - 1 - a] = 2, 4
            if e - s == 1:
                where[s - a] = 1
            rows.append((*vocabulary.token(surface, tag, semantic or "*"), shape(surface, n == 0 or s > previous)))
            previous = e
        for i in range(a, b):
            place[i] = len(characters)
            characters.append(vocabulary.character(ord(text[i]), ord(text[i + 1]) if i + 1 < b else 0))
        token_of += owner.tolist()
        positions += where.tolist()
        labels += label_at[a:b].tolist()
        offsets += range(a, b)
        ends.append(len(characters))
        token_of.append(len(rows))
        rows.append(BORDER_TOKEN)
        characters.append((BORDER, BORDER))
        positions.append(0)
        labels.append(0)
        offsets.append(-1)
    token_of = np.array(token_of)
    spans, inside = [], np.zeros(len(rows), dtype=bool)
    for m in document.get("mentions", []):
        if m["start"] in place and m["end"] - 1 in place:
            a, b = place[m["start"]], place[m["end"] - 1] + 1
            owners = token_of[a:b]
            owners = owners[owners >= 0]
            if len(owners):
                inside[owners[0] : owners[-1] + 1] = True
                if m.get("fine") in fine_id:
                    spans.append((a, b, int(owners[0]), int(owners[-1]), fine_id[m["fine"]]))
    small = lambda values: np.array(values, dtype=np.int32)
    return Chunk(source, small(rows), small(characters), small(token_of), small(positions), small(labels), spans, ends,
                 small(offsets), index, inside)


def path_of(name: str):
    """A file that training made (augmented/…, unlabelled, konec-train.realigned), else one of the labelled files."""
    made = OUT / f"{name}.jsonl"
    return made if made.exists() else SHARED / "ner" / f"{name}.jsonl"


def load(name: str):
    return [json.loads(line) for line in open(path_of(name), encoding="utf-8")]


def load_tokens(name: str):
    """Labels were aligned again, texts were not: the realigned file has the tokens of the recovered one."""
    same_text = "konec-train.recovered" if name == "konec-train.realigned" else name
    return [json.loads(line) for line in open(OUT / "tokens" / f"{same_text}.jsonl", encoding="utf-8")]


def is_reserved(document: dict) -> bool:
    """Documents of the training files that no model sees: every fifteenth or so of press and articles, scored once for the model card."""
    name = document.get("id", "").removesuffix("-other-names")
    return not name.startswith("klue") and zlib.crc32(name.encode()) % 15 == 0


def load_vocabulary() -> Vocabulary:
    v = json.load(open(OUT / "vocabulary.json"))
    return Vocabulary(v["words"], v["chars"], v["tags"], v["semantics"])


assert LABELS[0] == "O"
