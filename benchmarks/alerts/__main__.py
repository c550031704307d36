"""The whole table: ``python -m benchmarks.alerts``."""

from benchmarks.alerts.report import whole_table

for line in whole_table():
    print(line, flush=True)
