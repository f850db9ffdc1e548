"""Prints what the job wrote, as JSON: read_output.py INPUT OUTPUT. Of the documents a sample, with the texts that they are of."""

import json
import sys

from pyarrow import dataset, parquet

given = parquet.read_table(sys.argv[1]).to_pylist()
written = dataset.dataset(sys.argv[2], partitioning="hive").to_table().to_pylist()
by_id = {row["id"]: row for row in written}
sample = [row for row in given[:: max(1, len(given) // 25)] if row["text"] and by_id[row["id"]]["doc"]]
print(
    json.dumps(
        {
            "given": [row["id"] for row in given],
            "characters": sum(len(row["text"] or "") for row in given if by_id[row["id"]]["doc"]),
            "written": [row["id"] for row in written],
            "failed": {row["id"]: row["error_code"] for row in written if row["status"] == "failed"},
            "sample": [{**row, "doc": json.loads(by_id[row["id"]]["doc"])} for row in sample],
        }
    )
)
