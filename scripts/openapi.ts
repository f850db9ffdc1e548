/**
 * Writes docs/openapi.json: the paths below, and the schemas of the types of src/serve and src/core. `npm run openapi`;
 * test/unit/serve/openapi.test.ts holds the file against the real server.
 */
import { writeFileSync } from "node:fs";
import { createGenerator } from "ts-json-schema-generator";
import packageJson from "../package.json" with { type: "json" };
import { type Fault, SERVE_CODES, statusOf } from "../src/serve/fault.js";

const ANSWERS: Readonly<Record<number, string>> = {
  400: "The body is no record: no JSON object, a field that there is not, a date that does not exist.",
  405: "The path takes another method; the header `allow` names it.",
  408: "The body did not arrive within the time limit.",
  413: "The body is longer than the size limit.",
  415: "The body is not `application/json`, or it is compressed.",
  500: "gisa failed on this text. The fault is not the client's.",
  503: "Too many requests are waiting; the header `retry-after` says in how many seconds to come again.",
  504: "The text took longer than the time limit.",
};

const generator = createGenerator({
  path: "src/serve/answer.ts",
  tsconfig: "tsconfig.json",
  type: "*",
  topRef: true,
  skipTypeCheck: true,
});
const generated = ["ServeRecord", "Answer"].map((type) => generator.createSchema(type).definitions ?? {});
const [record, answer] = JSON.parse(
  JSON.stringify(generated).replaceAll("#/definitions/", "#/components/schemas/"),
) as Record<string, object>[];

const json = (schema: object) => ({ "application/json": { schema } });
const refusal = (status: number) => ({
  description: ANSWERS[status],
  content: json({ $ref: "#/components/schemas/Refusal" }),
  ...(status === 405 ? { headers: { allow: { required: true, schema: { type: "string" } } } } : {}),
  ...(status === 503 ? { headers: { "retry-after": { required: true, schema: { type: "string" } } } } : {}),
});
const statuses = new Set(Object.keys(SERVE_CODES).map((code) => statusOf(code as Fault["code"])));
statuses.delete(404);
statuses.add(400);

const document = {
  openapi: "3.1.0",
  info: {
    title: "gisa serve --http",
    version: packageJson.version,
    description:
      "Annotates Korean news texts. Spans are UTF-16 code units of the text as it was sent, from 0, the end not included. Any other path is answered with 404 and a Refusal.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "http://127.0.0.1:8080" }],
  security: [],
  paths: {
    "/annotate": {
      post: {
        operationId: "annotate",
        summary: "Annotates one text",
        requestBody: { required: true, content: json({ $ref: "#/components/schemas/ServeRecord" }) },
        responses: {
          200: { description: "The document.", content: json({ $ref: "#/components/schemas/Annotated" }) },
          ...Object.fromEntries([...statuses].sort().map((status) => [status, refusal(status)])),
        },
      },
    },
    "/health": {
      get: {
        operationId: "health",
        summary: "Says that the server answers, and of which versions it is",
        responses: {
          200: {
            description: "It does.",
            content: json({
              type: "object",
              required: ["ok", "meta"],
              additionalProperties: false,
              properties: { ok: { const: true }, meta: { $ref: "#/components/schemas/Meta" } },
            }),
          },
          405: refusal(405),
        },
      },
    },
  },
  components: { schemas: Object.fromEntries(Object.entries({ ...record, ...answer }).sort()) },
};
writeFileSync("docs/openapi.json", `${JSON.stringify(document, null, 2)}\n`);
