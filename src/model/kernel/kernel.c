/*
 * The network's arithmetic on WebAssembly SIMD. scripts/build-kernel.sh compiles it into src/model/kernel.wasm.ts;
 * src/model/kernel-fallback.ts says the same in TypeScript, bit for bit, and docs/model-format.md says what it must be.
 *
 * Units   pointers are byte offsets into the one imported memory; widths and counts are elements.
 * Errors  none: the caller lays out the memory and keeps every pointer inside it.
 */
#include <wasm_simd128.h>

typedef signed char i8;
typedef unsigned char u8;
typedef short i16;
typedef int i32;

#define EXPORT(name) __attribute__((export_name(#name))) void name
/* Hides how a pointer came about, so that the compiler neither unrolls nor hoists: V8 spills when a block holds more loads than registers. */
#define OPAQUE(pointer) __asm__("" : "+r"(pointer))

/* A step computes ROWS x OUTPUTS sums: 8 accumulators, 4 activations and 2 weight vectors fit the 16 registers. */
#define ROWS 4
#define OUTPUTS 8
/* Rows, or pairs of rows, packed at a time: with a panel of weights they stay in the first-level cache. */
#define BAND 16
/* Products that give a pair of rows of a convolution of three taps. */
#define PARTS 4

enum { PLAIN, RELU, ADD_RELU, RELU_ADD };
typedef v128_t Sums[ROWS][2];

static inline void put(i16 *packed, v128_t a, v128_t b, v128_t c, v128_t d) {
  v128_t ab = wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), cd = wasm_i32x4_shuffle(c, d, 0, 4, 1, 5);
  wasm_v128_store(packed, wasm_i64x2_shuffle(ab, cd, 0, 2));
  wasm_v128_store(packed + 8, wasm_i64x2_shuffle(ab, cd, 1, 3));
  ab = wasm_i32x4_shuffle(a, b, 2, 6, 3, 7), cd = wasm_i32x4_shuffle(c, d, 2, 6, 3, 7);
  wasm_v128_store(packed + 16, wasm_i64x2_shuffle(ab, cd, 0, 2));
  wasm_v128_store(packed + 24, wasm_i64x2_shuffle(ab, cd, 1, 3));
}

/* Rows t..t+3, [row][k] -> [k / 2][row][2], so that one pointer walks the pairs of all four rows. */
static i16 *pack(const i16 *row, i32 width, i16 *packed) {
  for (i32 k = 0; k < width; k += 8, packed += 8 * ROWS)
    put(packed, wasm_v128_load(row + k), wasm_v128_load(row + width + k), wasm_v128_load(row + 2 * width + k), wasm_v128_load(row + 3 * width + k));
  return packed;
}

/* sums += packed rows times a panel of weights, over `depth` columns. */
static inline void multiply(Sums sums, const i16 *a, const i16 *w, i32 depth) {
  const i16 *last = a + ROWS * depth;
#pragma nounroll
  do {
    v128_t w0 = wasm_v128_load(w), w1 = wasm_v128_load(w + 8);
    for (i32 r = 0; r < ROWS; r++) {
      v128_t x = wasm_v128_load32_splat(a + 2 * r);
      sums[r][0] = wasm_i32x4_add(sums[r][0], wasm_i32x4_dot_i16x8(x, w0));
      sums[r][1] = wasm_i32x4_add(sums[r][1], wasm_i32x4_dot_i16x8(x, w1));
    }
    a += 2 * ROWS;
    w += 2 * OUTPUTS;
    OPAQUE(a);
    OPAQUE(w);
  } while (a != last);
}

static inline void clear(Sums sums) {
  for (i32 r = 0; r < ROWS; r++) sums[r][0] = sums[r][1] = wasm_i32x4_const_splat(0);
}

static inline v128_t relu(v128_t x) { return wasm_f32x4_pmax(wasm_f32x4_const_splat(0), x); }

static inline void finish_half(v128_t sum, const float *scale, const float *bias, float *out, i32 mode) {
  v128_t x = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sum), wasm_v128_load(scale));
  x = wasm_f32x4_add(x, wasm_v128_load(bias));
  if (mode == ADD_RELU) x = wasm_f32x4_add(x, wasm_v128_load(out));
  if (mode != PLAIN) x = relu(x);
  if (mode == RELU_ADD) x = wasm_f32x4_add(wasm_v128_load(out), x);
  wasm_v128_store(out, x);
}

static inline void finish(v128_t sums[2], const float *scale, const float *bias, float *out, i32 mode) {
  finish_half(sums[0], scale, bias, out, mode);
  finish_half(sums[1], scale + 4, bias + 4, out + 4, mode);
}

/*
 * out[t][n] = sum over k of in[t][k] * weights[n][k], times scale[n], plus bias[n]; then by `mode`.
 * weights: [outputs / 8][width / 2][8][2]. outputs and width: multiples of 8. scratch: BAND * width i16.
 */
EXPORT(dense)(const i16 *in, i32 rows, i32 width, const i16 *weights, i32 outputs, const float *scale, const float *bias, float *out,
              i32 mode, i16 *scratch) {
  for (i32 band = 0; band < rows; band += BAND) {
    i32 end = band + BAND < rows ? band + BAND : rows;
    i16 *packed = scratch;
    for (i32 t = band; t < end; t += ROWS) packed = pack(in + t * width, width, packed);
    for (i32 n = 0; n < outputs; n += OUTPUTS) {
      const i16 *a = scratch;
      for (i32 t = band; t < end; t += ROWS, a += ROWS * width) {
        Sums sums;
        clear(sums);
        multiply(sums, a, weights + n * width, width);
        for (i32 r = 0; r < ROWS && t + r < end; r++) finish(sums[r], scale + n, bias + n, out + (t + r) * outputs + n, mode);
      }
    }
  }
}

/* What the products of four pairs take of rows t - dilation (a), t (b), t + dilation (c) and t + 2 dilation (d): b + c, c - b, a - c, d - b. */
static i16 *pack_pairs(const i16 *in, i32 width, i32 dilation, const i32 *first, i16 *packed) {
  i32 step = dilation * width;
  const i16 *row[ROWS];
  for (i32 r = 0; r < ROWS; r++) row[r] = in + first[r] * width;
  for (i32 k = 0; k < width; k += 8, packed += 8 * ROWS) {
    v128_t v[PARTS][ROWS];
    for (i32 r = 0; r < ROWS; r++) {
      v128_t a = wasm_v128_load(row[r] + k - step), b = wasm_v128_load(row[r] + k);
      v128_t c = wasm_v128_load(row[r] + k + step), d = wasm_v128_load(row[r] + k + 2 * step);
      v[0][r] = wasm_i16x8_add(b, c), v[1][r] = wasm_i16x8_sub(c, b);
      v[2][r] = wasm_i16x8_sub(a, c), v[3][r] = wasm_i16x8_sub(d, b);
    }
    for (i32 part = 0; part < PARTS; part++) put(packed + part * ROWS * width, v[part][0], v[part][1], v[part][2], v[part][3]);
  }
  return packed + (PARTS - 1) * ROWS * width;
}

/*
 * out[t][n] = sum over taps and k of in[t + (tap - 1) * dilation][k] * weights[n][tap][k], times scale[n], plus bias[n]; then by `mode`.
 * Rows t and t + dilation together take four products a column instead of six (Winograd's F(2, 3)), and twice the sum comes out, exact in
 * integers: scale is half of what the sum is to be multiplied by.
 * weights: [outputs / 8][part][width / 2][8][2], the parts being w0 + w1 + w2, w0 - w1 + w2, 2 w0, 2 w2 of the taps. Inputs: at most 16383.
 * scratch: PARTS * BAND * width i16. Reads rows -dilation to rows + 4 * dilation + 8.
 */
EXPORT(convolve)(const i16 *in, i32 rows, i32 width, i32 dilation, const i16 *weights, i32 outputs, const float *scale, const float *bias,
                 float *out, i32 mode, i16 *scratch) {
  i32 pairs = (rows + 2 * dilation - 1) / (2 * dilation) * dilation, part = ROWS * width;
  for (i32 band = 0; band < pairs; band += BAND) {
    i32 end = band + BAND < pairs ? band + BAND : pairs;
    i16 *packed = scratch;
    i32 first[BAND];
    for (i32 p = band; p < band + BAND; p++) first[p - band] = p / dilation * 2 * dilation + p % dilation;
    for (i32 p = band; p < end; p += ROWS) packed = pack_pairs(in, width, dilation, first + p - band, packed);
    for (i32 n = 0; n < outputs; n += OUTPUTS) {
      const i16 *a = scratch, *w = weights + n * PARTS * width;
      for (i32 p = band; p < end; p += ROWS, a += PARTS * part) {
        Sums half_sum, second, total;
        clear(total);
        multiply(total, a, w, width);
        for (i32 r = 0; r < ROWS; r++)
          for (i32 half = 0; half < 2; half++) half_sum[r][half] = total[r][half];
        clear(total);
        multiply(total, a + part, w + OUTPUTS * width, width);
        for (i32 r = 0; r < ROWS; r++)
          for (i32 half = 0; half < 2; half++) {
            second[r][half] = wasm_i32x4_sub(half_sum[r][half], total[r][half]);
            total[r][half] = wasm_i32x4_add(half_sum[r][half], total[r][half]);
          }
        multiply(total, a + 2 * part, w + 2 * OUTPUTS * width, width);
        for (i32 r = 0; r < ROWS; r++) {
          i32 t = first[p - band + r];
          if (t < rows && p + r < end) finish(total[r], scale + n, bias + n, out + t * outputs + n, mode);
        }
        multiply(second, a + 3 * part, w + 3 * OUTPUTS * width, width);
        for (i32 r = 0; r < ROWS; r++) {
          i32 t = first[p - band + r] + dilation;
          if (t < rows && p + r < end) finish(second[r], scale + n, bias + n, out + t * outputs + n, mode);
        }
      }
    }
  }
}

/* Rows `ids` of an i8 table, widened, into a column block of an i16 matrix. width: a multiple of 8. */
EXPORT(gather)(const i8 *table, i32 width, const i32 *ids, i32 rows, i16 *out, i32 stride) {
  for (i32 t = 0; t < rows; t++, out += stride) {
    const i8 *row = table + ids[t] * width;
    for (i32 k = 0; k < width; k += 8) wasm_v128_store(out + k, wasm_i16x8_load8x8(row + k));
  }
}

static inline float total(v128_t s) {
  return (wasm_f32x4_extract_lane(s, 0) + wasm_f32x4_extract_lane(s, 1)) +
         (wasm_f32x4_extract_lane(s, 2) + wasm_f32x4_extract_lane(s, 3));
}

/* 1.5 * 2^23: added to a small whole number, it leaves that number in the low bits. */
#define WHOLE 12582912.0f

static inline v128_t level(v128_t x, v128_t scale) {
  v128_t v = wasm_f32x4_floor(wasm_f32x4_add(wasm_f32x4_mul(x, scale), wasm_f32x4_const_splat(0.5f)));
  v = wasm_f32x4_pmin(wasm_f32x4_pmax(wasm_f32x4_const_splat(-16383), v), wasm_f32x4_const_splat(16383));
  return wasm_i32x4_sub(wasm_f32x4_add(v, wasm_f32x4_const_splat(WHOLE)), wasm_f32x4_const_splat(WHOLE));
}

static inline v128_t levels(v128_t low, v128_t high, v128_t scale) { return wasm_i16x8_narrow_i32x4(level(low, scale), level(high, scale)); }

static inline v128_t stretch(const float *x, v128_t r, const float *gamma, const float *beta) {
  return wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_mul(wasm_v128_load(x), r), wasm_v128_load(gamma)), wasm_v128_load(beta));
}

/* Layer normalisation of every row, in place; out: the same as `quantise` would give. width: a multiple of 8. */
EXPORT(normalise)(float *x, i32 rows, i32 width, const float *gamma, const float *beta, float scale, i16 *out) {
  v128_t s = wasm_f32x4_splat(scale);
  float share = 1.0f / (float)width;
  for (i32 t = 0; t < rows; t++, x += width) {
    v128_t sum = wasm_f32x4_const_splat(0), squares = sum;
    for (i32 k = 0; k < width; k += 4) sum = wasm_f32x4_add(sum, wasm_v128_load(x + k));
    v128_t mean = wasm_f32x4_splat(total(sum) * share);
    for (i32 k = 0; k < width; k += 4) {
      v128_t d = wasm_f32x4_sub(wasm_v128_load(x + k), mean);
      wasm_v128_store(x + k, d);
      squares = wasm_f32x4_add(squares, wasm_f32x4_mul(d, d));
    }
    v128_t r = wasm_f32x4_splat(1.0f / __builtin_sqrtf(total(squares) * share + 1e-5f));
    for (i32 k = 0; k < width; k += 8, out += 8) {
      v128_t low = stretch(x + k, r, gamma + k, beta + k), high = stretch(x + k + 4, r, gamma + k + 4, beta + k + 4);
      wasm_v128_store(x + k, low);
      wasm_v128_store(x + k + 4, high);
      wasm_v128_store(out, levels(low, high, s));
    }
  }
}

/* f32 to i16: clamp(floor(x * scale + 0.5)). count: a multiple of 8. */
EXPORT(quantise)(const float *x, i32 count, float scale, i16 *out) {
  v128_t s = wasm_f32x4_splat(scale);
  for (i32 i = 0; i < count; i += 8) wasm_v128_store(out + i, levels(wasm_v128_load(x + i), wasm_v128_load(x + i + 4), s));
}

/* out[i] = tokens[owner[i]] (zero where owner is negative) + positions[position[i]]. width: a multiple of 4. */
EXPORT(spread)(const float *tokens, const i32 *owner, const i32 *position, const float *positions, i32 rows, i32 width, float *out) {
  for (i32 i = 0; i < rows; i++, out += width) {
    const float *p = positions + position[i] * width;
    const float *u = tokens + owner[i] * width;
    for (i32 k = 0; k < width; k += 4) {
      v128_t x = owner[i] < 0 ? wasm_f32x4_const_splat(0) : wasm_v128_load(u + k);
      wasm_v128_store(out + k, wasm_f32x4_add(x, wasm_v128_load(p + k)));
    }
  }
}

static inline void choose(v128_t *best, v128_t *from, v128_t candidate, v128_t label) {
  v128_t better = wasm_f32x4_gt(candidate, *best);
  *best = wasm_v128_bitselect(candidate, *best, better);
  *from = wasm_v128_bitselect(label, *from, better);
}

static inline void keep(u8 *back, v128_t from) {
  v128_t narrow = wasm_i16x8_narrow_i32x4(from, from);
  wasm_v128_store32_lane(back, wasm_u8x16_narrow_i16x8(narrow, narrow), 0);
}

/*
 * The best path of one sentence. Labels in kernel order: B of every type [0, g), S [g, 2g), O at 2g, I [2g + 4, 3g + 4), E [3g + 4, 4g + 4);
 * g is the number of types rounded up to 4. `logits` has `stride` floats a row, of which 4g + 4 count.
 * outer: [1 + 2 * types][2g + 4], from O, E0, S0, E1, S1 ... to B, S, O; null where all are 0. inner: [4][g]: B to I, I to I, B to E, I to E.
 * back: rows * (4g + 4) bytes. scores: 2 * (4g + 4) floats. path: a label a row.
 */
EXPORT(decode)(const float *logits, i32 rows, i32 stride, i32 types, const float *outer, const float *inner, u8 *back,
               float *scores, u8 *path) {
  i32 g = (types + 3) & ~3, labels = 4 * g + 4, open = 2 * g + 4, o = 2 * g, in = open, end = open + g;
  v128_t never = wasm_f32x4_const_splat(-__builtin_inff());
  float *before = scores, *after = scores + labels;
  for (i32 n = 0; n < labels; n += 4) wasm_v128_store(before + n, n < open ? wasm_v128_load(logits + n) : never);
  for (i32 i = 1; i < rows; i++) {
    const float *logit = logits + i * stride;
    u8 *pointers = back + i * labels;
    if (!outer) {
      i32 from = o;
      for (i32 t = 0; t < types; t++) {
        if (before[end + t] > before[from]) from = end + t;
        if (before[g + t] > before[from]) from = g + t;
      }
      v128_t best = wasm_f32x4_splat(before[from]), pointer = wasm_i32x4_splat(from);
      for (i32 n = 0; n < open; n += 4) {
        wasm_v128_store(after + n, wasm_f32x4_add(best, wasm_v128_load(logit + n)));
        keep(pointers + n, pointer);
      }
    } else for (i32 n = 0; n < open; n += 4) {
      v128_t best = wasm_f32x4_add(wasm_v128_load32_splat(before + o), wasm_v128_load(outer + n));
      v128_t from = wasm_i32x4_splat(o);
      const float *row = outer + open + n;
      for (i32 t = 0; t < types; t++, row += 2 * open) {
        v128_t e = wasm_f32x4_add(wasm_v128_load32_splat(before + end + t), wasm_v128_load(row));
        choose(&best, &from, e, wasm_i32x4_splat(end + t));
        v128_t s = wasm_f32x4_add(wasm_v128_load32_splat(before + g + t), wasm_v128_load(row + open));
        choose(&best, &from, s, wasm_i32x4_splat(g + t));
      }
      wasm_v128_store(after + n, wasm_f32x4_add(best, wasm_v128_load(logit + n)));
      keep(pointers + n, from);
    }
    for (i32 n = 0; n < g; n += 4) {
      v128_t b = wasm_v128_load(before + n), inside = wasm_v128_load(before + in + n);
      v128_t first = wasm_i32x4_add(wasm_i32x4_splat(n), wasm_i32x4_const(0, 1, 2, 3));
      v128_t later = wasm_i32x4_add(first, wasm_i32x4_splat(in));
      for (i32 half = 0; half < 2; half++) {
        const float *step = inner + 2 * half * g + n;
        i32 to = in + half * g + n;
        v128_t best = wasm_f32x4_add(b, wasm_v128_load(step)), from = first;
        choose(&best, &from, wasm_f32x4_add(inside, wasm_v128_load(step + g)), later);
        wasm_v128_store(after + to, wasm_f32x4_add(best, wasm_v128_load(logit + to)));
        keep(pointers + to, from);
      }
    }
    float *swap = before;
    before = after, after = swap;
  }
  i32 label = o;
  for (i32 t = 0; t < types; t++) {
    if (before[end + t] > before[label]) label = end + t;
    if (before[g + t] > before[label]) label = g + t;
  }
  for (i32 i = rows - 1; i > 0; i--) {
    path[i] = (u8)label;
    label = back[i * labels + label];
  }
  path[0] = (u8)label;
}

/* e^x of -16 <= x <= 0, to 2e-7 of itself; smaller x count as -16. */
static inline v128_t power(v128_t x) {
  x = wasm_f32x4_pmax(x, wasm_f32x4_const_splat(-16));
  v128_t n = wasm_f32x4_floor(wasm_f32x4_add(wasm_f32x4_mul(x, wasm_f32x4_const_splat(1.44269504f)), wasm_f32x4_const_splat(0.5f)));
  v128_t r = wasm_f32x4_sub(x, wasm_f32x4_mul(n, wasm_f32x4_const_splat(0.693359375f)));
  r = wasm_f32x4_sub(r, wasm_f32x4_mul(n, wasm_f32x4_const_splat(-2.12194440e-4f)));
  v128_t y = wasm_f32x4_const_splat(1.0f / 720);
  const float rest[] = {1.0f / 120, 1.0f / 24, 1.0f / 6, 0.5f, 1, 1};
  for (i32 i = 0; i < 6; i++) y = wasm_f32x4_add(wasm_f32x4_mul(y, r), wasm_f32x4_splat(rest[i]));
  v128_t exponent = wasm_i32x4_shl(wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(n), wasm_i32x4_const_splat(127)), 23);
  return wasm_f32x4_mul(y, exponent);
}

/* out[i]: probability of label path[i] (kernel order) in row i by softmax over `labels` logits at temperature 1 / sharpness. labels: a multiple of 4. */
EXPORT(certainty)(const float *logits, i32 rows, i32 stride, i32 labels, const u8 *path, float sharpness, float *out) {
  v128_t s = wasm_f32x4_splat(sharpness);
  for (i32 i = 0; i < rows; i++, logits += stride) {
    v128_t own = wasm_f32x4_splat(logits[path[i]]), sum = wasm_f32x4_const_splat(0);
    for (i32 n = 0; n < labels; n += 4)
      sum = wasm_f32x4_add(sum, power(wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(logits + n), own), s)));
    out[i] = 1.0f / total(sum);
  }
}
