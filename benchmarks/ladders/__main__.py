"""The whole table: ``python -m benchmarks.ladders``."""

from benchmarks.ladders.report import whole_table

for line in whole_table():
    print(line, flush=True)
