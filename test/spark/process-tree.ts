import { readdirSync, readFileSync } from "node:fs";

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All that a process has started, and what those have started. Linux alone. */
export function descendantsOf(root: number): Process[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []));
  const found: Process[] = [];
  const family = new Set([root]);
  for (let before = -1; before !== family.size; ) {
    before = family.size;
    for (const process of all)
      if (family.has(process.parent) && !family.has(process.pid)) {
        family.add(process.pid);
        found.push(process);
      }
  }
  return found;
}

function processOf(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in brackets and may hold some itself.
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z") return [];
    return [
      { pid, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") },
    ];
  } catch {
    return []; // It has ended since.
  }
}
