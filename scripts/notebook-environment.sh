#!/usr/bin/env bash
# Puts what test/notebook needs into .venv: Jupyter's executor, pandas, matplotlib, and Deno from npm. The tests look there by themselves.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -m venv .venv
.venv/bin/pip install --quiet nbclient nbformat ipykernel pandas matplotlib
npm install --silent --no-audit --no-fund --no-save --prefix .venv/deno deno
