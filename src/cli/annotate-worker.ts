import { serve } from "../stream/workers.js";
import { type AnnotateTask, annotateRecord } from "./annotate-record.js";

/** Runs in each thread of `gisa annotate --workers`. What is sent back is written as it is. */
export default serve<AnnotateTask, string>(annotateRecord);
