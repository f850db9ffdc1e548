"""Packs standard input as gzip, as small as libdeflate can, to standard output; the same input gives the same bytes."""
import sys

import deflate

sys.stdout.buffer.write(deflate.gzip_compress(sys.stdin.buffer.read(), 12))
