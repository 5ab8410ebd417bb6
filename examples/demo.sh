#!/usr/bin/env bash
# The main job on the examples: published tables come out as workbooks to print and as clean CSV.
# usage: demo.sh FENJIE
set -euo pipefail
cd "$(dirname "$0")/.."
fenjie=$(realpath "$1")
out=out
mkdir -p "$out"

echo "== What is this file? / 这是什么文件？"
"$fenjie" inspect examples/pdf-text.txt | head -n 12
echo
echo "== Table → workbook and CSV / 任务分解表 → 可打印的工作簿和 CSV"
for name in tab-blocks pdf-text outline; do
    "$fenjie" convert "examples/$name.txt" -o "$out/$name.xlsx" --force --quiet
    "$fenjie" convert "examples/$name.txt" -o "$out/$name.csv" --force --quiet
done
"$fenjie" convert examples/tab-blocks.txt -o "$out/tab-blocks.gb18030.csv" --encoding gb18030 --force --quiet
echo
echo "== One worksheet for each unit / 每个单位一张表"
"$fenjie" split examples/tab-blocks.txt -o "$out/worksheets" --force --quiet
echo
echo "Written / 已写出:"
find "$out" -type f | sort | head -n 40 | while read -r file; do printf '  %8d  %s\n' "$(stat -c %s "$file")" "$file"; done
count=$(find "$out" -type f | wc -l)
echo "  $count files in $out/"
