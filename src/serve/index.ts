export type { Answer, ServeRecord } from "./answer.js";
export { SERVE_CODES, ServeError, type ServeCode } from "./fault.js";
export { type HttpOptions, type HttpServer, serveHttp } from "./http.js";
export { serveStdio, type StdioOptions } from "./stdio.js";
