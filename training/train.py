"""One command from a fresh clone plus ../shared/data to the model that ships:

    pip install -r training/requirements.txt && apt-get install mecab && npm install && python3 training/train.py

Each step is skipped where its product is there already, so a run that was cut off goes on; `--from STEP` does that step and those after it again.
Seeded. On two cores: about two hours, most of it pretraining. out/log.txt has what every step printed.
"""
import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
LABELLED = ["konec-train.recovered", "press-train", "articles-train"]
DEVELOPMENT = ["konec-dev", "press-dev", "articles-dev", "klue-dev"]

COPIES = [("articles-train", 2), ("articles-train", 3), ("articles-train", 4), ("konec-train.recovered", 2), ("press-train", 2)]
GOLD = "konec-train.recovered,press-train,articles-train*4"
ARTICLES = "augmented/articles-train,augmented/articles-train.2,augmented/articles-train.3,augmented/articles-train.4"

# name, command, product
STEPS = [
    ("corpus", ["corpus.py"], "morphemes.txt"),
    ("encode", ["encode_text.py", str(OUT / "morphemes.txt")], "stream.npy"),
    ("pretrain", ["pretrain.py", "--steps", "8000", "--rate", "2.5e-3", "--resume"], "encoder.done"),
    ("augment", ["augment.py", *LABELLED, *(f"{n}:{i}" for n, i in COPIES)], "augmented/press-train.2.jsonl"),
    ("tokens", ["tokens.py", *LABELLED, *DEVELOPMENT, *(f"augmented/{n}" for n in LABELLED), *(f"augmented/{n}.{i}" for n, i in COPIES)], "tokens/augmented/press-train.2.jsonl"),
    ("vocabulary", ["extend_vocabulary.py"], "pieces.json"),
    ("finetune", ["finetune.py", "--epochs", "6", "--name", "tagger1"], "tagger1.pt"),
    ("finetune-words", ["finetune.py", "--epochs", "7", "--resume", "tagger1", "--name", "tagger2", "--train-words", "--rate", "1.2e-3",
                        "--encoder-rate", "0.7", "--name-drop", "0.18", "--drop", "0.15", "--seed", "7", "--train", f"{GOLD},{ARTICLES},augmented/press-train"], "tagger2.pt"),
    ("finetune-names", ["finetune.py", "--epochs", "6", "--resume", "tagger2", "--name", "tagger3", "--train-words", "--rate", "1.0e-3",
                        "--encoder-rate", "0.7", "--name-drop", "0.22", "--drop", "0.18", "--seed", "11",
                        "--train", f"{GOLD},{ARTICLES},augmented/press-train.2,augmented/konec-train.recovered.2"], "tagger3.pt"),
    ("export", ["export.py", "--name", "tagger3", "--version", "0.4"], None),
    ("parity", ["parity.py"], None),
]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--from", dest="first", choices=[s[0] for s in STEPS])
    args = arguments.parse_args()
    OUT.mkdir(exist_ok=True)
    again = False
    with open(OUT / "log.txt", "a", encoding="utf-8") as log:
        for name, command, product in STEPS:
            again = again or name == args.first
            if product and (OUT / product).exists() and not again:
                print(name, "is done")
                continue
            print(name, flush=True)
            run = subprocess.Popen([sys.executable, *command], cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            for line in run.stdout:
                print(" ", line, end="", flush=True)
                log.write(f"{name}\t{line}")
            if run.wait():
                raise SystemExit(f"{name} failed")
            if product and product.endswith(".done"):
                (OUT / product).touch()


main()
