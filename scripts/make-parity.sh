#!/bin/sh
# Parity cases of the model as it is in dictionaries/built: texts → tokens by the lexicon → labels by training/reference.py. Run it after every export.
set -eu
cd "$(dirname "$0")/.."
cases=$(mktemp)
trap 'rm -f "$cases"' EXIT
npx tsx scripts/parity-input.ts > "$cases"
(cd training && python3 reference.py "$cases" ../test/spec/model/parity.json)
