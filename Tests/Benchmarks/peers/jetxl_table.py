"""Writes a CSV table as a plain workbook with jetxl, read by pyarrow: python jetxl_table.py IN.csv OUT.xlsx."""
import sys

import jetxl
import pyarrow
import pyarrow.csv

source = sys.argv[1]
with open(source, encoding="utf-8-sig") as file:
    columns = file.readline().strip().split(",")
table = pyarrow.csv.read_csv(
    source, read_options=pyarrow.csv.ReadOptions(use_threads=False),
    parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
    # Texts stay texts, as they do in the other writers.
    convert_options=pyarrow.csv.ConvertOptions(column_types={name: pyarrow.string() for name in columns}))
jetxl.write_sheet_arrow(table, sys.argv[2])
