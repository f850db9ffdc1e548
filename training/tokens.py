"""Tokens of the labelled and augmented files by gisa's own tokenizer: out/tokens/**.jsonl (scripts/dump-tokens.ts)."""
import subprocess
import sys

from config import OUT, ROOT
from labelled import path_of

bundle = OUT / "dump-tokens.mjs"
subprocess.run(
    ["npx", "esbuild", "scripts/dump-tokens.ts", "--bundle", "--platform=node", "--format=esm", f"--outfile={bundle}", "--log-level=warning"],
    cwd=ROOT, check=True,
)
(OUT / "tokens" / "augmented").mkdir(parents=True, exist_ok=True)
for name in sys.argv[1:]:
    with open(path_of(name), "rb") as texts, open(OUT / "tokens" / f"{name}.jsonl", "wb") as tokens:
        subprocess.run(["node", str(bundle), str(ROOT / "dictionaries" / "built")], stdin=texts, stdout=tokens, check=True)
    print(name, flush=True)
