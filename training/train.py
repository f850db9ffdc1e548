"""One command from a fresh clone plus ../shared/data to the model that ships:

    pip install -r training/requirements.txt && apt-get install mecab && npm install && python3 training/train.py

The weights that ship (0.7) went on from 0.6, whose stages had one teacher more (the student of 0.5) and read 989 of the written articles; the last three
stages read 1,226, 1,752 and all 1,831 of them, the second teacher 1,453 (its steps: git log of this file). A run from here reads all from the start.
Each step is skipped where its product is there already, so a run that was cut off goes on; `--from STEP` does that step and those after it again.
Seeded. On two cores that multiply bfloat16: about four hours, a third of it pretraining. out/log.txt has what every step printed.
"""
import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
LABELLED = ["konec-train.recovered", "press-train", "articles-train", "written"]
COPIED = ["konec-train.realigned", "press-train", "articles-train", *(f"articles-train:{i}" for i in (2, 3, 4)), "written", "written:2"]
COPIES = [f"augmented/{c.replace(':', '.')}" for c in COPIED]
DEVELOPMENT = ["konec-dev", "press-dev", "articles-dev", "klue-dev"]

KONEC = "konec-train.realigned"
GOLD = ",".join([KONEC, "press-train", "articles-train*3", "written*2", *COPIES])
TEACHER = ["--encoder", "teacher-encoder2", "--char-width", "128"]
WRITTEN_MORE = GOLD.replace("written*2", "written*3")
# What a student learns: KoNEC counts twice, so that the written articles do not drown it.
LESSONS = GOLD.replace(KONEC, f"{KONEC}*2", 1)
NARROW = ["--width", "112"]
WIDE = ["--width", "320", "--dilations", "1,2,4,8,2,1"]

# name, command, product
STEPS = [
    ("corpus", ["corpus.py"], "morphemes.txt"),
    ("encode", ["encode_text.py", str(OUT / "morphemes.txt")], "stream.npy"),
    ("pretrain", ["pretrain.py", "--name", "teacher-encoder", *WIDE, "--steps", "5600", "--rate", "2e-3", "--resume"], "pretrain.done"),
    ("pretrain-on", ["pretrain.py", "--name", "teacher-encoder2", "--begin", "teacher-encoder", "--skip", "5600", *WIDE, "--steps", "4800", "--rate", "1.2e-3", "--resume"], "pretrain-on.done"),
    ("written", ["written.py"], "written.jsonl"),
    ("unlabelled", ["unlabelled.py"], "unlabelled.jsonl"),
    ("tokens", ["tokens.py", *LABELLED, *DEVELOPMENT, "unlabelled"], "tokens/unlabelled.jsonl"),
    ("vocabulary", ["extend_vocabulary.py"], "pieces.json"),
    *((f"fold{k}", ["finetune.py", "--encoder", "teacher-encoder", "--char-width", "96", "--epochs", "5", "--hold-out", str(k),
                    "--train", "konec-train.recovered", "--name", f"fold{k}", "--quick", "--drop", "0.15"], f"fold{k}.pt") for k in (0, 1)),
    ("realign", ["realign.py", "fold0", "fold1"], "konec-train.realigned.jsonl"),
    ("augment", ["augment.py", *COPIED], f"{COPIES[-1]}.jsonl"),
    ("copies", ["tokens.py", *COPIES], f"tokens/{COPIES[-1]}.jsonl"),
    ("teacher", ["finetune.py", "--name", "teacher", *TEACHER, "--train", GOLD, "--epochs", "6"], "teacher.pt"),
    ("teacher2", ["finetune.py", "--name", "teacher2", *TEACHER, "--train", WRITTEN_MORE, "--epochs", "5", "--seed", "23"], "teacher2.pt"),
    ("distill", ["distill.py", "--teachers", "teacher", "--train", LESSONS, *NARROW, "--passes", "0.7"], "student.pt"),
    ("distill-on", ["distill.py", "--teachers", "teacher,student", "--train", LESSONS, *NARROW, "--passes", "0.5", "--labelled-passes", "4", "--resume", "student",
                    "--rate", "1.2e-3", "--seed", "5", "--name", "student2"], "student2.pt"),
    *((f"distill{n}", ["distill.py", "--teachers", teachers, "--train", lessons, *NARROW, "--passes", passes, "--labelled-passes", labelled, "--resume", f"student{n - 1}",
                       "--rate", rate, "--seed", seed, "--name", f"student{n}"], f"student{n}.pt") for n, teachers, lessons, passes, labelled, rate, seed in (
        (3, "teacher,student2", LESSONS, "0.3", "3", "8e-4", "7"),
        (4, "teacher,student3,student2", LESSONS, "0.25", "3", "1e-3", "11"),
        (5, "teacher2,teacher,student4", LESSONS, "0.25", "3", "1e-3", "13"),
        (6, "teacher2,student5,student4", LESSONS.replace(f"{KONEC}*2", f"{KONEC}*3"), "0.12", "2", "8e-4", "17"),
    )),
    ("export", ["export.py", "--name", "student6", "--version", "0.7"], None),
    ("parity", ["parity.py"], None),
    ("klue", ["klue.py", "--name", "student6"], None),
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
