"""Learns the weights of src/event/attachment.table.ts.

A time shares one unit of probability between its candidate triggers and "no event" (a log-linear model); the weights are the
maximum of the regularised likelihood of the gold, found by L-BFGS from zero: no randomness. Thresholds are chosen by the mean event
F1 in three five-fold cross-validations on the training articles: it hardly moves for a wide range of them, so that of those that
are as good as the best, within TOLERANCE, the ones that find most are taken. (The gold names some four events an article and passes
over others that are as true.)

    python3 training/event/train.py GOLD.jsonl FOUND.jsonl WRITTEN.jsonl [DEV.jsonl ...] > src/event/attachment.table.ts

The files are written by scripts/dump-event-pairs.ts: the training articles with the times of the gold, and with those that we find
ourselves; the model learns from both, and is judged on the second. WRITTEN are articles of training/written with the events of
training/event/written-events.tsv: they are learnt from in every fold and judge nothing. A feature of their own, which is not kept,
takes up that they name more of their times' events. Figures go to stderr.
"""
import json
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

# Every article is there twice, once with each set of times.
RARE = 10
PENALTY = 7.0
FOLDS = 5
SEEDS = (1, 2, 3)
THRESHOLDS = [round(0.28 + 0.02 * i, 2) for i in range(9)]
TOLERANCE = 0.3
OWN = "source=written"


def load(path):
    return [json.loads(line) for line in open(path)]


def load_written(path):
    articles = load(path)
    for article in articles:
        for row in article["rows"]:
            row["f"].append(OWN)
    return articles


def vocabulary(articles):
    counts = {}
    for article in articles:
        for row in article["rows"]:
            for name in row["f"]:
                counts[name] = counts.get(name, 0) + 1
    return {name: i for i, name in enumerate(sorted(n for n in counts if counts[n] >= RARE))}


def design(articles, names):
    """Sparse features, labels and the number of the group that each row belongs to."""
    pointers, columns, labels, groups, last, group = [0], [], [], [], None, -1
    for a, article in enumerate(articles):
        for row in article["rows"]:
            columns.extend(names[n] for n in row["f"] if n in names)
            pointers.append(len(columns))
            labels.append(row["ev"] >= 0)
            if (a, row["s"], row["g"]) != last:
                last, group = (a, row["s"], row["g"]), group + 1
            groups.append(group)
    x = csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(labels), len(names)))
    return x, np.array(labels, float), np.array(groups)


def fit(articles, names):
    x, y, group = design(articles, names)
    first = np.r_[0, np.flatnonzero(np.diff(group)) + 1]
    has = np.add.reduceat(y, first) > 0
    transposed = x.T.tocsr()

    def loss(w):
        z = x @ w
        peak = np.maximum(np.maximum.reduceat(z, first), 0)
        e = np.exp(z - peak[group])
        null = np.exp(-peak)
        total = np.add.reduceat(e, first) + null
        right = np.where(has, np.add.reduceat(e * y, first), null)
        value = -(np.log(np.maximum(right, 1e-300)) - np.log(total)).sum() + PENALTY * (w @ w) / 2
        wanted = np.where(has[group], e * y / np.maximum(right[group], 1e-300), 0)
        return value, transposed @ (e / total[group] - wanted) + PENALTY * w

    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def probabilities(articles, names, w):
    x, _, group = design(articles, names)
    z = x @ w
    e = np.exp(np.minimum(z, 30))
    p = e / (1 + np.bincount(group, weights=e))[group]
    out, at = [], 0
    for article in articles:
        out.append(p[at : at + len(article["rows"])])
        at += len(article["rows"])
    return out


def compete(article, p, usual, each):
    """The competition of src/event/attach.ts: the odds of an article's times move half of the way to the usual number of events."""
    if len(p) == 0:
        return p
    numbers = {}
    group = np.array([numbers.setdefault((r["s"], r["g"]), len(numbers)) for r in article["rows"]])
    size = len(numbers)
    null = np.maximum(1 - np.bincount(group, weights=p, minlength=size), 1e-12)
    odds = p / null[group]
    total = np.bincount(group, weights=odds, minlength=size)
    target, low, high = min(0.9 * size, usual + each * size), -6.0, 6.0
    for _ in range(30):
        shifted = total * np.exp((low + high) / 2)
        if (shifted / (1 + shifted)).sum() > target:
            high = (low + high) / 2
        else:
            low = (low + high) / 2
    factor = np.exp((low + high) / 4)
    return odds * factor / (1 + total * factor)[group]


def choose(article, p, threshold, second):
    """The rule of src/event/attach.ts."""
    used, taken, chosen = set(), [], []
    for i in np.argsort(-p, kind="stable"):
        row = article["rows"][i]
        key = (row["s"], row["g"])
        if p[i] < (second if key in used else threshold):
            continue
        if any(row["start"] < b and a < row["end"] for a, b in taken):
            continue
        used.add(key)
        taken.append((row["start"], row["end"]))
        chosen.append(i)
    return chosen


def score(articles, ps, threshold, second):
    hits = extra = missed = 0
    for article, p in zip(articles, ps):
        found = set()
        for i in choose(article, p, threshold, second):
            event = article["rows"][i]["ev"]
            if event >= 0 and event not in found:
                found.add(event)
                hits += 1
            else:
                extra += 1
        missed += article["gold"] - len(found)
    return 200 * hits / (2 * hits + extra + missed), hits, extra, missed


def main():
    gold, found, written = load(sys.argv[1]), load(sys.argv[2]), load_written(sys.argv[3])
    splits = []
    for seed in SEEDS:
        order = np.random.RandomState(seed).permutation(len(found))
        g, f = [gold[i] for i in order], [found[i] for i in order]
        held = [None] * len(f)
        for fold in range(FOLDS):
            inside = [a for part in (g, f) for i, a in enumerate(part) if i % FOLDS != fold] + written
            names = vocabulary(inside)
            for i, p in zip(range(fold, len(f), FOLDS), probabilities(f[fold::FOLDS], names, fit(inside, names))):
                held[i] = p
        splits.append((f, held))
    settings = []
    for usual in (3.0, 3.5, 4.0):
        for each in (0.15, 0.2, 0.25):
            moved = [(f, [compete(a, p, usual, each) for a, p in zip(f, held)]) for f, held in splits]
            for s in (0.3, 0.4):
                curve = [np.mean([score(f, ps, t, s)[:2] for f, ps in moved], axis=0) for t in THRESHOLDS]
                # The middle of three neighbours, so that no lucky single threshold is taken.
                for i in range(1, len(curve) - 1):
                    f1, hits = sum(curve[i - 1 : i + 2]) / 3
                    settings.append((f1, hits, usual, each, THRESHOLDS[i], s))
    best = max(settings)[0]
    _, _, usual, each, threshold, second = max((s for s in settings if s[0] > best - TOLERANCE), key=lambda s: s[1])
    splits = [(f, [compete(a, p, usual, each) for a, p in zip(f, held)]) for f, held in splits]
    print("cross-validation", [score(f, held, threshold, second) for f, held in splits], threshold, second, usual, each, file=sys.stderr)
    names = vocabulary(gold + found + written)
    w = fit(gold + found + written, names)
    for path in sys.argv[4:]:
        dev = load(path)
        print(path, score(dev, [compete(a, p, usual, each) for a, p in zip(dev, probabilities(dev, names, w))], threshold, second), file=sys.stderr)
    rows = [f"{n}\t{round(100 * w[i])}" for n, i in names.items() if n != OWN and round(100 * w[i]) != 0]
    print("// Generated by training/event/train.py from articles-train and training/event/written-events.tsv. Do not edit.")
    print("/** Least probability of a time's best trigger, and of a further one. */")
    print(f"export const THRESHOLD = {threshold:.2f};\nexport const THRESHOLD_SECOND = {second:.2f};\n")
    print("/** Events that are usual in an article, and for each time in it. */")
    print(f"export const USUAL = {usual:.2f};\nexport const USUAL_EACH = {each:.2f};\n")
    print("/** Feature and its weight in hundredths, a line each. */")
    print("export const WEIGHTS = `" + "\n".join(r.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${") for r in rows) + "`;")


main()
