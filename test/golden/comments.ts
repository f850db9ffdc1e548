const isComment = (line: string): boolean => line.startsWith("# ");

export const withoutComments = (golden: string): string =>
  golden
    .split("\n")
    .filter((line) => !isComment(line))
    .join("\n");

/** `found`, with what `old` says of each line that is still there: under the same sentence, as often as it stood there. */
export function keepComments(old: string, found: string): string {
  const comments = new Map<string, string[]>();
  let key = "";
  const keyOfOld = keys();
  for (const line of old.split("\n"))
    if (isComment(line)) comments.set(key, [...(comments.get(key) ?? []), line]);
    else key = keyOfOld(line);
  const keyOfFound = keys();
  return found
    .split("\n")
    .flatMap((line) => [line, ...(comments.get(keyOfFound(line)) ?? [])])
    .join("\n");
}

/** Reads a golden's lines in order and tells each from its likes. */
function keys(): (line: string) => string {
  let heading = "";
  const seen = new Map<string, number>();
  return (line) => {
    if (/^[§=] /.test(line)) heading = line;
    const key = `${heading}\n${line}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}\n${count}`;
  };
}
