/** Milliseconds of processor time that a call takes, in this process. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Lets the test runner speak between two long calls. */
export const breath = () => new Promise((resolve) => setImmediate(resolve));
