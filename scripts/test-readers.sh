#!/usr/bin/env bash
# Reads the exports with the formats' own readers, and runs the transformers adapter on the real transformers.js.
# What they need (Python packages, an ONNX runtime) goes to .readers/, once; a fresh clone's `npm test` skips these tests and counts them.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -x .readers/venv/bin/python ]; then
  python3 -m venv .readers/venv
  .readers/venv/bin/pip install --quiet -r test/readers/requirements.txt
  # doccano's importer alone: what it serves pages with is not needed.
  .readers/venv/bin/pip install --quiet --no-deps doccano==1.8.4
fi
if [ ! -d .readers/node_modules/@huggingface/transformers ]; then
  echo '{ "private": true }' > .readers/package.json
  ONNXRUNTIME_NODE_INSTALL_CUDA=skip npm install --prefix .readers --no-fund --no-audit '@huggingface/transformers@4'
fi
if [ ! -d .readers/node_modules/@kba/anno-schema ]; then
  npm install --prefix .readers --no-fund --no-audit --ignore-scripts '@kba/anno-schema@0.0.8'
fi
npx vitest run test/readers --maxWorkers=1
