export {
  analyzeStream,
  analyzeTransform,
  type StreamAnalyzer,
  type StreamItem,
  type StreamOptions,
  type StreamResult,
} from "./analyze-stream.js";
