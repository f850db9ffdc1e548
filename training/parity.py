"""Parity cases: our texts through gisa's own tokenizer and the numpy reference, to test/spec/model/parity.json."""
import subprocess
import sys

from config import OUT, ROOT

cases = OUT / "parity-input.json"
with open(cases, "wb") as out:
    subprocess.run(["npx", "tsx", "scripts/parity-input.ts"], cwd=ROOT, stdout=out, check=True)
subprocess.run([sys.executable, "training/reference.py", str(cases), "test/spec/model/parity.json"], cwd=ROOT, check=True)
