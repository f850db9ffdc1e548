import { fallbackOperations } from "./kernel-fallback.js";
import { KERNEL_WASM } from "./kernel.wasm.js";

/** What `dense` and `convolve` do with a sum x: `out = x`, `relu(x)`, `relu(x + out)`, `out + relu(x)`. */
export const MODE = { plain: 0, relu: 1, addRelu: 2, reluAdd: 3 } as const;

/**
 * The arithmetic of the network. `kernel/kernel.c` says what each does.
 *
 * Units  every pointer is a byte offset into the kernel's memory, a multiple of 16.
 */
export interface Operations {
  dense(
    input: number,
    rows: number,
    width: number,
    weights: number,
    outputs: number,
    scale: number,
    bias: number,
    out: number,
    mode: number,
    scratch: number,
  ): void;
  convolve(
    input: number,
    rows: number,
    width: number,
    dilation: number,
    weights: number,
    outputs: number,
    scale: number,
    bias: number,
    out: number,
    mode: number,
    scratch: number,
  ): void;
  gather(table: number, width: number, ids: number, rows: number, out: number, stride: number): void;
  normalise(x: number, rows: number, width: number, gamma: number, beta: number, scale: number, out: number): void;
  quantise(x: number, count: number, scale: number, out: number): void;
  spread(
    tokens: number,
    owner: number,
    position: number,
    positions: number,
    rows: number,
    width: number,
    out: number,
  ): void;
  decode(
    logits: number,
    rows: number,
    stride: number,
    types: number,
    outer: number,
    inner: number,
    back: number,
    scores: number,
    path: number,
  ): void;
  certainty(
    logits: number,
    rows: number,
    stride: number,
    labels: number,
    path: number,
    sharpness: number,
    out: number,
  ): void;
}

/** The operations and the memory that they work on. */
export interface Kernel {
  readonly kind: "wasm" | "typescript";
  readonly memory: ArrayBuffer;
  readonly run: Operations;
}

const PAGE = 65536;
/** The compiler's stack lies below. */
export const FIRST_FREE_BYTE = PAGE;

/**
 * A kernel with `bytes` of memory: WebAssembly where its SIMD instructions are understood and allowed, else TypeScript; both give the same bits.
 * Asynchronous because browsers compile only small modules synchronously.
 */
export async function createKernel(bytes: number, prefer: "wasm" | "typescript" = "wasm"): Promise<Kernel> {
  const pages = Math.ceil(bytes / PAGE);
  const module = prefer === "wasm" ? await compile() : undefined;
  if (module === undefined) {
    const memory = new ArrayBuffer(pages * PAGE);
    return { kind: "typescript", memory, run: fallbackOperations(memory) };
  }
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return { kind: "wasm", memory: memory.buffer, run: instance.exports as unknown as Operations };
}

async function compile(): Promise<WebAssembly.Module | undefined> {
  if (typeof WebAssembly === "undefined") return undefined;
  const bytes = Uint8Array.from(atob(KERNEL_WASM), (unit) => unit.charCodeAt(0));
  try {
    return WebAssembly.validate(bytes) ? await WebAssembly.compile(bytes) : undefined;
  } catch {
    // A content security policy may forbid compilation.
    return undefined;
  }
}
