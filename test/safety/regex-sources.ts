import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** No JSDoc trees: half the time. */
const PARSE: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.ESNext,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

export interface RegexSite {
  /** `src/article/byline.ts:26`. */
  readonly where: string;
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

export interface RegexInventory {
  readonly files: readonly string[];
  readonly literals: readonly RegexSite[];
  /** Places that build an expression at run time: `new RegExp(…)`, `RegExp(…)`. */
  readonly constructed: readonly Omit<RegexSite, "source" | "flags">[];
}

/** Every regular expression of `src`, found by TypeScript's own parser. */
export function readRegexes(root = "src"): RegexInventory {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => join(root, name))
    .filter((name) => name.endsWith(".ts"))
    .sort();
  const literals: RegexSite[] = [];
  const constructed: Omit<RegexSite, "source" | "flags">[] = [];
  for (const file of files) {
    const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), PARSE, false, ts.ScriptKind.TS);
    const where = (node: ts.Node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const close = node.text.lastIndexOf("/");
        literals.push({
          where: where(node),
          file,
          source: node.text.slice(1, close),
          flags: node.text.slice(close + 1),
        });
      }
      if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === "RegExp"
      )
        constructed.push({ where: where(node), file });
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { files, literals, constructed };
}

/** Counts the literals of emitted JavaScript: a second road to the same number. */
export function countLiterals(javascript: string): number {
  const tree = ts.createSourceFile("emitted.js", javascript, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) count++;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return count;
}
