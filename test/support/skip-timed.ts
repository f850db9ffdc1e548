import { beforeEach } from "vitest";

/** Names of tests that measure time or take long: where every line is counted or mutated they say nothing. */
const TIMED = /times as long|400,000|million|unpacks to more|linear|선형|비례|quadratic/;

beforeEach(({ task, skip }) => {
  if (TIMED.test(`${task.suite?.name ?? ""} ${task.name}`)) skip("measures time");
});
