"""Writes a Parquet data set of `count` articles, and three that gisa must refuse: make_articles.py COUNT TEXT_LIMIT OUTPUT FILE…

Each FILE holds JSON lines, xz or plain, with `text`, `publishedAt` or `date`. What one holds too few of is repeated under other ids.
"""

import itertools
import json
import lzma
import sys

import pyarrow
from pyarrow import parquet

count, limit, output, *files = sys.argv[1:]


def read():
    for file in files:
        with (lzma.open if file.endswith(".xz") else open)(file, "rt", encoding="utf8") as lines:
            yield from map(json.loads, lines)


def row(number, article):
    text = article["text"][: int(limit)] if int(limit) else article["text"]
    return {"id": f"{number}", "text": text, "publishedAt": article.get("publishedAt") or article.get("date")}


rows = [row(number, article) for number, article in enumerate(itertools.islice(itertools.cycle(read()), int(count)))]
rows[len(rows) // 3 : 0] = [{"id": "no text", "text": None, "publishedAt": "2024-01-01"}]
rows[len(rows) // 2 : 0] = [{"id": "no such day", "text": "한빛시", "publishedAt": "2024-02-31"}]
rows.append({"id": "too long", "text": "가" * 6_000_000, "publishedAt": None})
# Small row groups: a reader of Spark takes whole ones.
parquet.write_table(pyarrow.Table.from_pylist(rows), output, row_group_size=1000)
