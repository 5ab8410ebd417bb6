import FenjieFormats
import FenjieModel
import Testing

/// One way to set a table, and what must be read from it.
struct LayoutVariant: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let layout: String
    let text: String
    let rows: [[String]]

    init(_ title: String, _ layout: String, _ text: String, _ rows: [[String]]) {
        testDescription = title
        self.layout = layout
        self.text = text
        self.rows = rows
    }
}

/// The invented table in many settings.
struct LayoutVariantTests {
    @Test("the same table comes out of every setting", arguments: variants)
    func reads(_ variant: LayoutVariant) throws {
        let (layout, reading) = try TextLayouts().read(LayoutText(variant.text))
        #expect(layout.name == variant.layout)
        let width = reading.sheets.first?.columnCount ?? 0
        #expect(reading.filled == variant.rows.padded(to: width))
    }

    @Test(
        "a drawn table without headings that we know is read as it stands",
        arguments: [
            "+----+-------+\n| id | name  |\n+----+-------+\n| 1  | alpha |\n| 2  | beta  |\n+----+-------+\n",
            "┌──┬─────┐\n│id│name │\n├──┼─────┤\n│1 │alpha│\n├──┼─────┤\n│2 │beta │\n└──┴─────┘\n",
        ])
    func plainGrid(_ text: String) throws {
        let (layout, reading) = try TextLayouts().read(LayoutText(text))
        #expect(layout.name == "box-drawing")
        #expect(reading.sheets.map(\.rows) == [[["id", "name"], ["1", "alpha"], ["2", "beta"]]])
    }

    @Test("line ends do not matter", arguments: ["\r\n", "\r", "\u{2028}"])
    func lineEnds(_ end: String) throws {
        let text = TextSetting.cellPerLine([InventedTable.headings] + InventedTable.rows, behind: "|")
        let other = text.split(separator: "\n").joined(separator: end)
        #expect(try TextLayouts().read(LayoutText(other)).reading.filled == InventedTable.rows)
    }

    private static let headings = InventedTable.headings
    private static let rows = InventedTable.rows
    private static let widths = [4, 12, 14, 30, 20, 16]
    private static let plainHeadings = ["工作任务", "具体要求", "责任单位", "完成时限"]

    static let variants = bars + cellsWithBars + cells + spans + grids + aligned + blocks

    private static let bars: [LayoutVariant] = [
        .init("outer bars", "bars", TextSetting.rows([headings] + rows, separator: "|", outer: true), rows),
        .init("full-width bars", "bars", TextSetting.rows([headings] + rows, separator: "｜"), rows),
        .init("blank spans", "bars", TextSetting.rows([headings] + InventedTable.blanked, separator: "|"), rows),
        .init(
            "rows moved left, empty cells appended", "bars",
            TextSetting.rows(
                [headings] + InventedTable.shortened.map { $0 + Array(repeating: "", count: 6 - $0.count) },
                separator: "|"),
            rows),
        .init("short rows", "bars", TextSetting.rows([headings] + InventedTable.shortened, separator: "|"), rows),
        .init(
            "group rows", "bars",
            TextSetting.rows([InventedTable.spanning] + InventedTable.grouped(), separator: "|"),
            InventedTable.grouped()),
        .init(
            "rows over several lines", "bars",
            ([headings] + rows).map {
                TextSetting.wrapped($0.joined(separator: "|"), width: 70).joined(separator: "\n")
            }
            .joined(separator: "\n"), rows),
        .init(
            "Markdown without outer bars", "markdown",
            headings.joined(separator: "|") + "\n" + "---|---|---|---|---|---\n"
                + TextSetting.rows(rows, separator: "|"),
            rows),
        .init(
            "Markdown with cells in bold", "markdown",
            headings.joined(separator: "|") + "\n" + "---|---|---|---|---|---\n"
                + TextSetting.rows(rows.map { row in row.map { $0.isEmpty ? "" : "**\($0)**" } }, separator: "|"),
            rows),
    ]

    private static let cellsWithBars: [LayoutVariant] = [
        .init("bar behind", "cell-per-line-bars", TextSetting.cellPerLine([headings] + rows, behind: "|"), rows),
        .init(
            "bar before", "cell-per-line-bars",
            TextSetting.cellPerLine([headings] + rows, before: "|", behind: ""), rows),
        .init(
            "bar on its own line", "cell-per-line-bars", TextSetting.cellPerLine([headings] + rows, behind: "\n|"), rows
        ),
        .init(
            "two bar lines end a row", "cell-per-line-bars",
            TextSetting.cellPerLine([headings] + rows, behind: "\n|", rowEnd: "|\n"), rows),
        .init(
            "blank spans", "cell-per-line-bars",
            TextSetting.cellPerLine([headings] + InventedTable.blanked, behind: "|"), rows),
        .init(
            "merged cells left out", "cell-per-line-bars",
            TextSetting.cellPerLine([headings] + InventedTable.shortened, behind: "|"), rows),
        .init(
            "numbers begin anew", "cell-per-line-bars",
            TextSetting.cellPerLine([InventedTable.spanning] + InventedTable.grouped(restarting: true), behind: "|"),
            InventedTable.grouped(restarting: true)),
        .init(
            "headings printed again", "cell-per-line-bars",
            TextSetting.cellPerLine([headings] + rows[..<9] + [headings] + rows[9...], behind: "|"), rows),
        .init(
            "no numbers", "cell-per-line-bars",
            TextSetting.cellPerLine([plainHeadings] + InventedTable.unnumbered, behind: "|"), InventedTable.unnumbered),
        .init(
            "a heading over two columns", "cell-per-line-bars",
            TextSetting.cellPerLine([InventedTable.spanning] + InventedTable.blanked, behind: "|"), rows),
        .init("17 columns", "cell-per-line-bars", TextSetting.cellPerLine(WideTable.all, behind: "|"), WideTable.rows),
    ]

    private static let cells: [LayoutVariant] = [
        .init("one line a cell", "cell-per-line", TextSetting.cellPerLine([headings] + rows, behind: ""), rows),
        .init("one paragraph a cell", "cell-per-line", TextSetting.cellPerLine([headings] + rows, behind: "\n"), rows),
        .init(
            "merged cells left out", "cell-per-line",
            TextSetting.cellPerLine([headings] + InventedTable.shortened, behind: ""), rows),
        .init(
            "merged cells left out below a heading over two columns", "cell-per-line",
            TextSetting.cellPerLine([InventedTable.spanning] + InventedTable.shortened, behind: ""), rows),
        .init(
            "broken headings", "cell-per-line",
            "序\n\n号\n\n工作任务\n\n任务分解\n\n具体要求\n\n责任\n\n单位\n\n完成时限\n\n"
                + TextSetting.cellPerLine(rows, behind: "\n"), rows),
        .init(
            "groups", "cell-per-line",
            TextSetting.cellPerLine([InventedTable.spanning] + InventedTable.grouped(), behind: ""),
            InventedTable.grouped()),
        .init(
            "no numbers", "cell-per-line",
            TextSetting.cellPerLine([plainHeadings] + InventedTable.unnumbered, behind: ""), InventedTable.unnumbered),
        .init(
            "empty cells without their TAB", "tab-blocks",
            TextSetting.cellPerLine([headings] + InventedTable.blanked, before: "\t", behind: "", rowEnd: "\n")
                .split(separator: "\n", omittingEmptySubsequences: false).map { $0 == "\t" ? "" : $0 }
                .joined(separator: "\n"), rows),
        .init(
            "17 columns behind TAB", "tab-blocks",
            TextSetting.cellPerLine(WideTable.all, before: "\t", behind: "", rowEnd: "\n"), WideTable.rows),
        .init(
            "cells in quotes with line ends", "tsv",
            TextSetting.rows(
                [headings]
                    + rows.map { row in
                        row.enumerated().map {
                            $0 == 4 ? "\"" + $1.split(separator: "、").joined(separator: "\n") + "\"" : $1
                        }
                    }, separator: "\t"), rows),
    ]

    /// Rows where one number and one task stand for all of a group.
    private static let merged: (rows: [[String]], whole: [[String]]) = {
        var shown: [[String]] = []
        var whole: [[String]] = []
        var number = 0
        for (index, row) in rows.enumerated() {
            let isFirst = index == 0 || row[1] != rows[index - 1][1]
            if isFirst { number += 1 }
            shown.append(isFirst ? ["\(number)", row[1], row[3], row[4], row[5]] : [row[3], row[4], row[5]])
            whole.append(["\(number)", row[1], row[3], row[4], row[5]])
        }
        return (shown, whole)
    }()

    private static let spans: [LayoutVariant] = [
        .init(
            "one number for several rows", "cell-per-line",
            TextSetting.cellPerLine([InventedTable.spanning] + merged.rows, behind: ""), merged.whole),
        .init(
            "one number for several rows with bars", "cell-per-line-bars",
            TextSetting.cellPerLine([InventedTable.spanning] + merged.rows, behind: "|"), merged.whole),
        .init(
            "one number for several short rows", "bars",
            TextSetting.rows([InventedTable.spanning] + merged.rows, separator: "|"), merged.whole),
        .init(
            "headings of two levels", "cell-per-line",
            TextSetting.cellPerLine(
                [["序号", "工作任务", "责任单位", "完成时限", "牵头单位", "配合单位"]]
                    + rows.map { [$0[0], $0[3], "市财政局", "各镇人民政府", $0[5]] },
                behind: ""), rows.map { [$0[0], $0[3], "市财政局", "各镇人民政府", $0[5]] }),
    ]

    private static let grids: [LayoutVariant] = [
        .init("narrow rules", "box-drawing", TextSetting.grid([headings] + rows, widths: widths), rows),
        .init("wide rules", "box-drawing", TextSetting.grid([headings] + rows, widths: widths, isWide: true), rows),
        .init(
            "plus and minus", "box-drawing", TextSetting.grid([headings] + rows, widths: widths, isASCII: true), rows),
        .init(
            "verticals out of line", "box-drawing",
            TextSetting.grid([headings] + rows, widths: widths).split(separator: " ").joined(separator: " "), rows),
    ]

    private static let aligned: [LayoutVariant] = [
        .init(
            "rows begin at numbers", "aligned",
            TextSetting.aligned([headings] + rows, widths: widths, blankLines: false), rows),
        .init(
            "blank lines between rows", "aligned",
            TextSetting.aligned([headings] + InventedTable.blanked, widths: widths, blankLines: true), rows),
        .init(
            "centred cells between blank lines", "aligned",
            TextSetting.aligned([headings] + rows, widths: widths, blankLines: true, isCentred: true), rows),
        .init(
            "one line a row", "aligned",
            TextSetting.aligned([headings] + rows, widths: [4, 12, 14, 120, 80, 30], blankLines: false), rows),
        .init(
            "rules around the header and the table", "aligned",
            TextSetting.ruled(
                TextSetting.aligned([headings] + rows, widths: [4, 12, 14, 120, 80, 30], blankLines: false), with: "─"),
            rows),
        .init(
            "rules between rows", "aligned",
            TextSetting.ruled(
                TextSetting.aligned([headings] + InventedTable.blanked, widths: widths, blankLines: true), with: "-"),
            rows
        ),
        .init(
            "double rules between centred cells", "aligned",
            TextSetting.ruled(
                TextSetting.aligned([headings] + rows, widths: widths, blankLines: true, isCentred: true), with: "═"),
            rows
        ),
        .init("single spaces", "aligned", TextSetting.rows([headings] + rows, separator: " "), rows),
        .init("ideographic spaces", "aligned", TextSetting.rows([headings] + rows, separator: "\u{3000}"), rows),
    ]

    private static let blocks: [LayoutVariant] = [
        .init(
            "three headings, four columns", "pdf-text",
            "工作任务 具体要求 责任单位\n\n"
                + TextSetting.blocks(InventedTable.blanked.map { Array($0[1...4]) }, widths: [8, 8, 44, 26]),
            rows.map { Array($0[1...4]) }),
        .init(
            "numbers and deadlines", "pdf-text",
            "序号 工作任务 具体要求 责任单位 完成时限\n\n"
                + TextSetting.blocks(InventedTable.blanked, widths: [4, 8, 8, 40, 20, 12]), rows),
        .init(
            "headings broken over lines", "pdf-text",
            "序\n号\n\n工作任务\n\n具体要求\n\n责任\n单位\n\n完成\n时限\n\n"
                + TextSetting.blocks(InventedTable.blanked, widths: [4, 8, 8, 40, 20, 12]), rows),
    ]
}

/// A table of seventeen columns, most of them to be filled in.
enum WideTable {
    static let headings = [
        "序号", "工作任务", "具体要求", "牵头单位", "配合单位", "责任领导", "联系人", "完成时限", "一季度", "二季度", "三季度", "四季度", "进展情况",
        "存在问题", "下一步措施", "分值", "备注",
    ]
    static let rows = InventedTable.rows.map { row in
        [
            row[0], row[1], row[3], String(row[4].split(separator: "、")[0]), "各乡镇人民政府", "张某", "李某", row[5], "√", "√",
            "√", "√",
            "无", "无", "无", "5", "/",
        ]
    }
    static let all = [headings] + rows
}
