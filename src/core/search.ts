/** Index of the first item of a sorted list for which `reached` holds; the list's length where it holds for none. */
export function firstWhere<T>(items: readonly T[], reached: (item: T) => boolean): number {
  return firstIndex(items.length, (index) => reached(items[index] as T));
}

/** The smallest of the numbers below `length` for which `reached` holds, where it holds for all after it; `length` where it holds for none. */
export function firstIndex(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
