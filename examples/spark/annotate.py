"""Annotates a Parquet data set of articles (id, text, publishedAt) on a Spark cluster.

    python annotate.py articles.parquet annotated.parquet --gisa "npx gisa" --master "local-cluster[2,1,1024]"

annotated.parquet/status=annotated holds `id` and `doc`, JSON; annotated.parquet/status=failed the records that gisa refused, and why.
"""

import argparse
import pathlib
import shlex

from pyspark.sql import SparkSession, functions as F

from gisa_worker import OUTPUT, Annotator

parser = argparse.ArgumentParser()
parser.add_argument("input")
parser.add_argument("output")
parser.add_argument("--gisa", default="npx gisa", help="what starts gisa on an executor")
parser.add_argument("--master", help="where spark-submit does not say")
parser.add_argument("--partitions", type=int, default=64, help="a task that fails is done again whole: keep them to minutes")
parser.add_argument("--text", default="text", help="column of the text")
parser.add_argument("--date", default="publishedAt", help="column of the publication date, 2024-03-25")
options = parser.parse_args()

# A batch of Arrow is held in memory by the executor and by Python.
builder = SparkSession.builder.appName("gisa").config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
spark = (builder.master(options.master) if options.master else builder).getOrCreate()
spark.sparkContext.addPyFile(str(pathlib.Path(__file__).with_name("gisa_worker.py")))

articles = spark.read.parquet(options.input).select(
    F.col("id").cast("string"), F.col(options.text).alias("text"), F.col(options.date).cast("string").alias("publishedAt")
)
annotator = Annotator((*shlex.split(options.gisa), "serve", "--stdio"))
# One pass: Spark shows the output when every task has ended well, and a task that is done again replaces what it wrote.
(
    articles.repartition(options.partitions)
    .mapInPandas(annotator.batches, OUTPUT)
    .write.partitionBy("status")
    .mode("error")
    .parquet(options.output)
)

done = spark.read.parquet(options.output)
done.groupBy("status", "error_code").count().orderBy("status", "error_code").show(truncate=False)
entities = F.explode(F.from_json("doc", "entities array<struct<type: string, name: string>>")["entities"])
organisations = done.where("doc is not null").select(entities.alias("entity")).where("entity.type = 'ORGANIZATION'")
organisations.groupBy("entity.name").count().orderBy(F.desc("count"), "name").limit(10).show(truncate=False)
spark.stop()
