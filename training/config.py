"""Sizes of the tagger and places of its data. docs/model-format.md is the contract with src/model."""
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
OUT = ROOT / "training" / "out"

SEED = 20261122

PAD, UNKNOWN, MASK, BORDER, FIRST_ID = 0, 1, 2, 3, 4

WORDS = 32768  # rows of token.word, the four reserved ones included
CHARS = 3072
TAIL_ROWS = 8192
BIGRAM_ROWS = 16384
SHAPES = FIRST_ID + 2 * 5 * 5

WIDTHS = {"word": 96, "tag": 16, "semantic": 8, "first": 16, "last": 16, "tail": 16, "shape": 8}
D = 128
E = 64
CHAR_WIDTH, BIGRAM_WIDTH = 40, 24
DILATIONS = (1, 2, 4, 8)
POSITIONS = 6
MAX_TOKENS = 512

TYPES = ["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "DATE", "TIME", "QUANTITY", "TITLE", "WORK", "LAW", "OTHER"]
LABELS = ["O"] + [f"{p}-{t}" for t in TYPES for p in "BIES"]
