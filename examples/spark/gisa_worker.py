"""Keeps one `gisa serve --stdio` in each Python worker of Spark, which is one an executor core, and annotates batches of rows with it.

Ship this file to the executors (`spark.sparkContext.addPyFile`), so that the process below outlives a task:
Spark keeps a Python worker, and the modules that it has imported, for the next tasks (spark.python.worker.reuse, on by default).
"""

import json
import subprocess
import threading
from dataclasses import dataclass

import pandas

OUTPUT = "id string, status string, doc string, error_code string, error_message string"

# Seconds for a gisa to load, on a machine that is busy with others that load.
START_S = 300

_processes = {}


class Gisa:
    """A gisa process that is asked one record at a time, and started again when it has died."""

    def __init__(self, command, timeout_s, attempts):
        self.command = command
        self.timeout_s = timeout_s
        self.attempts = attempts
        self.process = None

    def ask(self, record):
        """The answer to a record. Analysis has no effects, so a record whose process died is simply asked again."""
        line = json.dumps(record).encode() + b"\n"
        for _ in range(self.attempts):
            if self.process is None:
                self.start()
            answer = self.exchange(line, self.timeout_s)
            if answer is not None:
                return answer
        return failure("worker/died", f"gisa died, or took more than {self.timeout_s} s, {self.attempts} times over this record")

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        # A gisa that cannot run at all fails the task: no record is to blame.
        if self.exchange(b'{"text":"","layers":[]}\n', START_S) is None:
            raise RuntimeError(f"gisa does not start: {self.command}")

    def exchange(self, line, timeout_s):
        """None where the process died; half an answer is none."""
        process = self.process
        deadline = threading.Timer(timeout_s, process.kill)
        deadline.start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = b""
        finally:
            deadline.cancel()
        if answer.endswith(b"\n"):
            return json.loads(answer)
        process.kill()
        process.wait()
        self.process = None
        return None


@dataclass(frozen=True)
class Annotator:
    """`rows.mapInPandas(Annotator(command).batches, OUTPUT)`; rows have `id`, `text` and `publishedAt`, all strings or null."""

    command: tuple
    layers: tuple = ("entities", "timexes", "events", "quotes")
    timeout_s: float = 120
    attempts: int = 3

    def batches(self, batches):
        gisa = _processes.setdefault(self, Gisa(self.command, self.timeout_s, self.attempts))
        for batch in batches:
            rows = batch.astype(object).where(batch.notna(), None).to_dict("records")
            yield pandas.DataFrame([self.annotated(gisa, row) for row in rows], dtype=object)

    def annotated(self, gisa, row):
        answer = gisa.ask({"text": row["text"], "publishedAt": row["publishedAt"], "layers": self.layers})
        ok, error = answer["ok"], answer.get("error", {})
        return {
            "id": row["id"],
            "status": "annotated" if ok else "failed",
            "doc": json.dumps(answer["doc"], ensure_ascii=False) if ok else None,
            "error_code": error.get("code"),
            "error_message": error.get("message"),
        }


def failure(code, message):
    return {"ok": False, "error": {"code": code, "message": message}}
