"""Writes the first sheet of a workbook as CSV with python-calamine: python calamine_csv.py IN.xlsx OUT.csv."""
import csv
import sys

import python_calamine

with open(sys.argv[2], "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    for row in python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0).iter_rows():
        writer.writerow(row)
