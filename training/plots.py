"""Plots of the model card: docs/accuracy.svg (accuracy against size and speed), docs/calibration.svg. Reads training/points.tsv and MODEL_CARD.md."""
import csv
import re

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from config import ROOT

plt.rcParams.update({"svg.hashsalt": "gisa", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False})
COLOURS = {"konec-dev news": "#1b5e9b", "press-dev": "#b3541e", "articles-dev": "#4b7a2b"}


def save(figure, name: str) -> None:
    figure.tight_layout()
    figure.savefig(ROOT / "docs" / name, metadata={"Date": None})


def accuracy() -> None:
    points = list(csv.DictReader(open(ROOT / "training" / "points.tsv", encoding="utf-8"), delimiter="\t"))
    figure, axes = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True)
    for axis, column, label in ((axes[0], "megabytes", "model file, MB"), (axes[1], "thousand characters/s", "tagger, thousand characters a second")):
        points.sort(key=lambda p: float(p[column]))
        for title, colour in COLOURS.items():
            axis.plot([float(p[column]) for p in points], [float(p[title]) for p in points], "o", color=colour, label=title)
        for p in points:
            axis.annotate(p["model"], (float(p[column]), max(float(p[t]) for t in COLOURS)), xytext=(0, 6), textcoords="offset points", ha="center")
        axis.set_xlabel(label)
        axis.margins(x=0.12, y=0.15)
    axes[0].set_ylabel("P/L/O exact F1")
    axes[1].legend(frameon=False)
    save(figure, "accuracy.svg")


def calibration() -> None:
    card = (ROOT / "training" / "MODEL_CARD.md").read_text(encoding="utf-8")
    rows = [tuple(map(float, m.groups())) for m in re.finditer(r"^\| (0\.\d+) \| ([01]\.?\d*) \| (\d+) \|$", card, re.M)]
    figure, axis = plt.subplots(figsize=(4, 3.8))
    axis.plot([0, 1], [0, 1], color="#999999", lw=0.8)
    axis.plot([r[0] for r in rows], [r[1] for r in rows], "o-", color="#1b5e9b")
    for predicted, right, count in rows:
        axis.annotate(f"{count:.0f}", (predicted, right), xytext=(5, -9), textcoords="offset points", fontsize=7)
    axis.set_xlabel("score")
    axis.set_ylabel("share right (with the number of mentions)")
    save(figure, "calibration.svg")


accuracy()
calibration()
