#!/bin/sh
# Compiles src/model/kernel/kernel.c to WebAssembly and writes it, base64, to src/model/kernel.wasm.ts. Needs clang 14 or later and wasm-ld (Debian: clang lld).
set -eu
cd "$(dirname "$0")/.."
wasm=$(mktemp)
trap 'rm -f "$wasm"' EXIT
clang --target=wasm32 -msimd128 -O3 -nostdlib -ffreestanding -fno-fast-math -ffp-contract=off -Wall -Wextra -Werror -Wno-unused-parameter \
  -Wl,--no-entry -Wl,--import-memory -Wl,--strip-all -Wl,-z,stack-size=1024 -Wl,--initial-memory=65536 -o "$wasm" src/model/kernel/kernel.c
{
  echo '// Made by scripts/build-kernel.sh from src/model/kernel/kernel.c. Do not edit.'
  echo 'export const KERNEL_WASM ='
  printf '  "%s";\n' "$(base64 -w 0 "$wasm")"
} > src/model/kernel.wasm.ts
echo "kernel: $(wc -c < "$wasm") bytes"
