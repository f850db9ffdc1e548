"""Ids of tokens and characters, exactly as docs/model-format.md and src/mention/features.ts have them."""
import re
from functools import lru_cache

from config import BIGRAM_ROWS, BORDER, FIRST_ID, TAIL_ROWS, UNKNOWN

M32 = 0xFFFFFFFF
DIGIT = re.compile(r"[0-9]")


def pair_hash(a: int, b: int, rows: int) -> int:
    return ((((a * 0x9E3779B1) & M32 ^ b) * 0x85EBCA6B & M32) >> 8) % rows


def units(text: str) -> list[int]:
    """UTF-16 code units of a string that may hold lone surrogates."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]


def script(unit: int) -> int:
    if 0xAC00 <= unit <= 0xD7A3:
        return 0
    if 0x30 <= unit <= 0x39:
        return 1
    if 0x41 <= unit <= 0x5A or 0x61 <= unit <= 0x7A:
        return 2
    if 0x4E00 <= unit <= 0x9FFF:
        return 3
    return 4


class Vocabulary:
    """Lists of the model's header and the way from a token to its ids."""

    def __init__(self, words: list[str], chars: str, tags: list[str], semantics: list[str]):
        self.words, self.chars, self.tags, self.semantics = words, chars, tags, semantics
        self.word_id = {w: FIRST_ID + i for i, w in enumerate(words)}
        self.char_id = {ord(c): FIRST_ID + i for i, c in enumerate(chars)}
        self.tag_id = {t: FIRST_ID + i for i, t in enumerate(tags)}
        self.semantic_id = {s: FIRST_ID + i for i, s in enumerate(semantics)}

    @lru_cache(maxsize=1 << 20)
    def token(self, surface: str, tag: str, semantic: str) -> tuple[int, int, int, int, int, int]:
        """word, tag, semantic, first, last, tail."""
        u = units(surface)
        return (
            self.word_id.get(DIGIT.sub("0", surface), UNKNOWN),
            self.tag_id.get(tag) or self.tag_id.get(tag.split("+")[0], UNKNOWN),
            self.semantic_id.get(semantic, UNKNOWN),
            self.char_id.get(u[0], UNKNOWN),
            self.char_id.get(u[-1], UNKNOWN),
            FIRST_ID + pair_hash(u[-2] if len(u) > 1 else 0, u[-1], TAIL_ROWS - FIRST_ID),
        )

    def character(self, unit: int, following: int) -> tuple[int, int]:
        return self.char_id.get(unit, UNKNOWN), FIRST_ID + pair_hash(unit, following, BIGRAM_ROWS - FIRST_ID)


def shape(surface: str, space_before: bool) -> int:
    u = units(surface)
    return FIRST_ID + (int(space_before) * 5 + min(len(u), 5) - 1) * 5 + script(u[0])


BORDER_TOKEN = (BORDER,) * 7
