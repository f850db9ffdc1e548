/** Runs with a Date, an Intl and a Math.random that throw. */
export function forbidding<T>(run: () => T): T {
  const { Date: date, Intl: intl } = globalThis;
  const { random } = Math;
  const compare = String.prototype.localeCompare;
  const forbidden = (what: string) =>
    new Proxy(class {}, {
      construct: () => {
        throw new Error(`${what} is asked`);
      },
      apply: () => {
        throw new Error(`${what} is asked`);
      },
      get: (_, key) => {
        throw new Error(`${what}.${String(key)} is asked`);
      },
    });
  try {
    globalThis.Date = forbidden("Date") as unknown as DateConstructor;
    globalThis.Intl = forbidden("Intl") as unknown as typeof Intl;
    Math.random = forbidden("Math.random") as unknown as () => number;
    String.prototype.localeCompare = forbidden("localeCompare") as unknown as typeof compare;
    return run();
  } finally {
    globalThis.Date = date;
    globalThis.Intl = intl;
    Math.random = random;
    String.prototype.localeCompare = compare;
  }
}
