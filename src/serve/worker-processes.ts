import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { byteLines, type TOO_LONG } from "./byte-lines.js";
import { ServeError } from "./fault.js";

/** A process that speaks the protocol of `serveStdio`, one record at a time. It is started for its first record, and again when it has died. */
class WorkerProcess {
  private child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  private answers: AsyncGenerator<Buffer | typeof TOO_LONG> | undefined;
  private stopped = false;

  constructor(private readonly command: readonly string[]) {}

  /** The answer's line; undefined where the process died over the record. A deadline that passes kills it. */
  async ask(record: string, deadline: AbortSignal): Promise<Buffer | undefined> {
    const { child, answers } = this.started();
    const kill = () => child.kill("SIGKILL");
    deadline.addEventListener("abort", kill, { once: true });
    try {
      child.stdin.write(`${record}\n`);
      const { value } = await answers.next();
      // A process that is killed in the middle of a line leaves its beginning.
      if (value instanceof Buffer && value.at(-1) === 0x0a) return value;
      this.child = undefined;
      // At once, so that the next record does not wait for it to load.
      if (!this.stopped) this.started();
      return undefined;
    } finally {
      deadline.removeEventListener("abort", kill);
    }
  }

  stop(): void {
    this.stopped = true;
    this.child?.kill("SIGTERM");
    this.child = undefined;
  }

  private started() {
    if (this.child === undefined || this.answers === undefined) {
      const [program, ...args] = this.command;
      this.child = spawn(program as string, args, { stdio: ["pipe", "pipe", "inherit"] });
      // That it could not be started, or has gone, is seen where its answer is awaited.
      this.child.on("error", () => {});
      this.child.stdin.on("error", () => {});
      this.answers = byteLines(this.child.stdout, Number.POSITIVE_INFINITY);
    }
    return { child: this.child, answers: this.answers };
  }
}

export interface AskOptions {
  /** Ends the waiting and the work. */
  readonly deadline: AbortSignal;
  /** Whether there is still someone who wants the answer, asked when a process is free. */
  readonly isWanted: () => boolean;
}

/** Shares records among processes: each takes the next when it is free. */
export class WorkerProcesses {
  private readonly free: WorkerProcess[];
  private readonly all: readonly WorkerProcess[];
  private readonly waiting = new Set<(worker: WorkerProcess) => void>();

  /** `command` starts one; `maxWaiting` records may wait for one that is free. */
  constructor(
    command: readonly string[],
    count: number,
    private readonly maxWaiting: number,
  ) {
    this.all = Array.from({ length: count }, () => new WorkerProcess(command));
    this.free = [...this.all];
  }

  /**
   * Answers one record, a line of JSON. A record whose process dies is given to another once: to analyse twice does no harm.
   *
   * Errors  `ServeError` `http/busy`, `http/timeout`, `http/worker`.
   */
  async ask(record: string, { deadline, isWanted }: AskOptions): Promise<Buffer> {
    const worker = await this.taken(deadline);
    try {
      for (let attempt = 0; attempt < 2 && isWanted(); attempt++) {
        const line = await worker.ask(record, deadline);
        if (line !== undefined) return line;
        if (deadline.aborted) throw tooSlow();
      }
      throw new ServeError("http/worker", "The process that analyses texts died over this one twice.");
    } finally {
      this.giveBack(worker);
    }
  }

  /** Starts every process and waits until each has answered `record`. */
  async start(record: string, deadline: AbortSignal): Promise<Buffer[]> {
    return Promise.all(this.all.map(() => this.ask(record, { deadline, isWanted: () => true })));
  }

  stop(): void {
    for (const worker of this.all) worker.stop();
  }

  private taken(deadline: AbortSignal): Promise<WorkerProcess> {
    const worker = this.free.pop();
    if (worker) return Promise.resolve(worker);
    if (this.waiting.size >= this.maxWaiting)
      return Promise.reject(new ServeError("http/busy", "Too many requests are waiting. Send this one again later."));
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.waiting.delete(take);
        reject(new ServeError("http/busy", "No process was free for this request in time. Send it again later."));
      };
      const take = (free: WorkerProcess) => {
        deadline.removeEventListener("abort", stop);
        resolve(free);
      };
      deadline.addEventListener("abort", stop, { once: true });
      this.waiting.add(take);
    });
  }

  private giveBack(worker: WorkerProcess): void {
    const [next] = this.waiting;
    if (next === undefined) this.free.push(worker);
    else {
      this.waiting.delete(next);
      next(worker);
    }
  }
}

function tooSlow(): ServeError {
  return new ServeError("http/timeout", "The text took longer than the time limit of this server. Send a shorter one.");
}
