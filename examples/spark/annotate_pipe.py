"""The same with `RDD.pipe`: less code, a gisa process a partition, and a partition is done again whole when its process dies.

    python annotate_pipe.py articles.parquet answers --gisa "npx gisa" --master "local-cluster[2,1,1024]"

Writes gisa's answers as lines of JSON: {"ok":true,"id":…,"doc":{…}} or {"ok":false,"id":…,"error":{…}}.
"""

import argparse

from pyspark.sql import SparkSession, functions as F

parser = argparse.ArgumentParser()
parser.add_argument("input")
parser.add_argument("output")
parser.add_argument("--gisa", default="npx gisa")
parser.add_argument("--master")
parser.add_argument("--partitions", type=int, default=64)
options = parser.parse_args()

builder = SparkSession.builder.appName("gisa")
spark = (builder.master(options.master) if options.master else builder).getOrCreate()

layers = F.array(F.lit("entities"), F.lit("timexes"), F.lit("events"))
record = F.to_json(F.struct("id", "text", "publishedAt", layers.alias("layers")))
records = spark.read.parquet(options.input).select(record).repartition(options.partitions)
# checkCode: a process that was killed fails the task, which Spark then does again.
answers = records.rdd.map(lambda row: row[0]).pipe(f"{options.gisa} serve --stdio", checkCode=True)
answers.saveAsTextFile(options.output)
spark.stop()
