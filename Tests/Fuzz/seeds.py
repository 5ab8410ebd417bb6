"""What fuzzing starts from: small inputs for each target, and words that random bytes would never hit upon.

Seeds come from Seeds/, the examples, the templates and, where it is there, the shared test data. A byte in front of a seed
is the choice that its target reads first.
"""
import csv
import io
import json
import pathlib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
LAYOUTS = 9
SMALL = 6000

TEXT_WORDS = """序号 一级任务 二级任务 具体要求 工作任务 责任单位 牵头单位 配合单位 完成时限 进展情况 一、 （一） 1. （1） 第一章 责任单位： 牵头单位：
牵头 配合 会同 等部门 有关部门 各区县政府 各镇人民政府 市财政局 县教育局 和 及 与 、 ， ； 。 （ ） ： ｜ │ ┌ ─ ┐ ├ ┤ └ ┘ 2024年 9月底前 年底前 全年 持续推进 长期坚持 每季度末
印发后30日内 立即 上半年 十五日前 2024-02-30 至 ～ 每月5日 〇 ○ 二〇二四年 前三季度 “十四五”期间 - 第 页 　""".split() + ["\r\n", "\n\n", "\t", "\f", "| --- |", "+---+"]
XML_WORDS = """<c r="A1" t="s"> <v> </v></c> <row r="1"> </row> <mergeCell ref="A1:B2"/> <is><t> </t></is> t="inlineStr" t="b" t="e" t="str" t="d" <![CDATA[
]]> <!-- --> &#x10FFFF; &lt; &amp; xml:space="preserve" _x000A_ <si> </si> <r> <rPh> <sheet numFmtId="14" formatCode="yyyy" hidden="1" XFD1048576 1048576 16384 1E308 -0 <x: xmlns:x="
<?xml <!DOCTYPE <f t="shared"> count="4294967296" Target="../ s="2" <phoneticPr/> date1904="1" state="veryHidden" mc:AlternateContent""".split()
JSON_WORDS = """"steps" "inputs" "output" "jobs" "timeout" "{name}" "verb" "fields" "name" "title" "type" "constraints" "required" "enum" "pattern" "minimum" "maximum" "minLength" "maxLength" "unique" "primaryKey" "missingValues"
"print" "width" "fillIn" "synonyms" "span" "rules" "worksheet" "string" "integer" "date" "[0-9]+" true false null 1e999 -1 {} [] "fieldsMatch" "done" "tones" ^( )* (a|b)""".split()
CSV_WORDS = ['"', '""', "\r\n", "sep=;", ";", "\t", "|", '","', "\ufeff", "=1+1"]

UNITS = ["市住房城乡建设局牵头，市财政局、自然资源和规划局等部门配合", "牵头单位：县发改局；责任单位：县水务局，各镇（街道）", "各区县政府、市政府有关部门（单位）"]
DEADLINES = ["2022年9月底前完成，长期坚持", "每季度末月25日前", "印发后30日内", "2024年3月1日至5月底", "“十四五”末", "二〇二四年六月", "2024.2.29", "前三季度"]


def words(target):
    """The dictionary of a target."""
    if target in ("zip", "parts", "sheet"):
        return XML_WORDS
    if target in ("template", "json", "pipeline"):
        return JSON_WORDS
    return TEXT_WORDS + (CSV_WORDS if target in ("csv", "directory", "returned", "encodings", "documents") else [])


def dictionary(target):
    """The dictionary in the form that libFuzzer reads."""
    lines = ("".join(f"\\x{byte:02X}" for byte in word.encode()) for word in words(target))
    return "".join(f'"{line}"\n' for line in lines)


def seeds(target):
    """All seeds of a target."""
    own = sorted((HERE / "Seeds" / target).glob("*")) + sorted((HERE / "Found" / target).glob("*"))
    yield from (path.read_bytes() for path in own)
    yield from SEEDS.get(target, lambda: ())()


def shared(*parts, suffix=""):
    """Small files of a folder of the shared test data."""
    folder = SHARED.joinpath(*parts)
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.suffix.endswith(suffix) and path.stat().st_size <= 2 * SMALL:
                yield path.read_bytes()


def tables():
    """Delimited text."""
    yield (ROOT / "examples" / "expected.csv").read_bytes()
    yield from (content for content in shared("corpus", "csv", "files") if len(content) <= 3000)


def texts():
    """Tables and outlines in plain text; published ones only by their beginnings."""
    yield from (path.read_bytes() for path in sorted((ROOT / "examples").glob("*.[tm]*")))
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        lines = path.read_bytes().splitlines(keepends=True)
        yield b"".join(lines[:60])
        yield b"".join(lines[100:150])


def column(name):
    """The cells of a column of the labelled tables."""
    for path in sorted((SHARED / "golden").glob("*.csv")):
        for row in csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))):
            if row.get(name):
                yield row[name].encode()


def unit_cells():
    yield from (cell.encode() for cell in UNITS)
    labelled = SHARED / "golden" / "units.json"
    if labelled.exists():
        yield from (case["cell"].encode() for case in json.loads(labelled.read_text()))


def parts():
    """The parts of small workbooks, by the number of the part in `SampleWorkbook`."""
    numbers = [("[Content_Types]", 0), ("_rels/.rels", 1), ("xl/workbook.xml", 2), ("workbook.xml.rels", 3),
               ("sharedStrings", 4), ("styles", 5), ("sheet1.xml", 6), ("custom.xml", 7)]
    for content in list(shared("corpus", "xlsx", "files", suffix="xlsx"))[::4]:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as container:
                for info in container.infolist():
                    number = next((number for name, number in numbers if name in info.filename), None)
                    if number is not None and info.file_size <= SMALL:
                        yield number, container.read(info)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
            continue


def led_by(byte, contents):
    """Contents behind a byte of choice."""
    return (bytes([byte]) + content for content in contents)


def layouts():
    for content in texts():
        for layout in range(LAYOUTS):
            yield bytes([layout]) + content[:SMALL]
        yield b"\x0F" + content


def encodings():
    for content in tables():
        yield b"\x07" + content
    for name in ("gb18030", "utf-16", "utf-16-be"):
        yield from led_by(0xF7, (content.decode().encode(name)[:SMALL] for content in texts()))


def returned():
    head = "序号,一级任务,二级任务,具体要求,责任单位,完成时限,进展情况,完成状态,完成日期,存在问题,下一步措施,佐证材料\n"
    rows = ["1,惠民实事,稳定就业,新增城镇就业岗位五千个,县人社局,2024年9月底前,新增三千个,正在推进,,无,抓紧,\n",
            "2,惠民实事,优质教育,新建学校两所(含幼儿园),县教育局、县人社局,2024年6月底前,完工,已完成,2024-05-30,,,\n",
            "3,营商环境,审批提速,再减环节三个,县审批局,全年,,未启动,,,,\n"]
    for content in (head + "".join(rows), head + rows[1] + rows[0] + rows[0], "表\n" + head.replace("序号,", "") + rows[2]):
        for choice in range(4):
            yield bytes([choice]) + content.encode()


SEEDS = {
    "csv": lambda: led_by(7, tables()),
    "encodings": encodings,
    "layouts": layouts,
    "outline": lambda: led_by(0, texts()),
    "documents": lambda: list(texts()) + list(tables())[:200] + list(shared("corpus", "xlsx", "files"))[:50],
    "zip": lambda: shared("corpus", "xlsx", "files", suffix="xlsx"),
    "parts": lambda: (bytes([number]) + content for number, content in parts()),
    "sheet": lambda: (content for number, content in parts() if number == 6),
    "units": lambda: led_by(0, unit_cells()),
    "directory": lambda: list(shared("corpus", "csv", "files"))[:40],
    "deadlines": lambda: led_by(3, [text.encode() for text in DEADLINES] + list(column("完成时限")) + list(column("具体要求"))),
    "headings": lambda: ((content.splitlines() or [b""])[0].replace(b",", b"\n") for content in tables()),
    "template": lambda: (path.read_bytes() for path in sorted((ROOT / "templates").glob("*.json"))),
    "json": lambda: led_by(1, (path.read_bytes() for path in sorted((ROOT / "templates").glob("*.json")))),
    "returned": returned,
}
