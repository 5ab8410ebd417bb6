import FenjieCLI
import FenjieGrammar
import FenjieModel
import Testing

@Suite struct ArgumentParserTests {
    enum Spans: String, CaseIterable {
        case fill
        case merge
        case blank
    }

    static let output = ValueOption<String>.outputFile("output", letter: "o", Message("", ""))
    static let year = ValueOption<Int>.integer(
        "year", in: 1900...2999, placeholder: Message("年", "YEAR"), Message("", ""))
    static let spans = ValueOption.choice("spans", Spans.self, Message("", ""))
    static let only = ValueOption<String>.text("only", placeholder: Message("", ""), Message("", "")).repeated
    static let issued = ValueOption<CivilDate>.date("issued", Message("", ""))
    static let raw = Flag("raw", Message("", ""))
    static let quiet = Flag("quiet", letter: "q", Message("", ""))
    static let force = Flag("force", letter: "f", Message("", ""))
    static let options: [any DeclaredOption] = [output, year, spans, only, issued, raw, quiet, force]

    static func parse(_ line: String) throws -> ParsedArguments {
        let words = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
        return try ParsedArguments(parsing: words, options: options.map(\.spec))
    }

    @Test(arguments: [
        "--output x a b", "--output=x a b", "-o x a b", "-ox a b", "-o=x a b", "a -o x b", "a b -ox", "-o x -- a b",
        "-o y a -o x b",
    ])
    func readsEverySpellingOfAValue(_ line: String) throws {
        let arguments = try Self.parse(line)
        #expect(arguments[Self.output] == "x")
        #expect(arguments.inputs == ["a", "b"])
    }

    @Test(arguments: [
        ("-q -f", true, true), ("-qf", true, true), ("-fq", true, true), ("-q", true, false), ("--force", false, true),
        ("a", false, false), ("-- -q --force", false, false),
    ])
    func readsFlags(_ line: String, _ quiet: Bool, _ force: Bool) throws {
        let arguments = try Self.parse(line)
        #expect(arguments[Self.quiet] == quiet)
        #expect(arguments[Self.force] == force)
    }

    @Test(arguments: [
        ("-", ["-"]), ("-- --raw -o", ["--raw", "-o"]), ("-5 a", ["-5", "a"]), ("-1-2", ["-1-2"]), ("-.5", ["-.5"]),
        ("'' a", ["", "a"]), ("-- --", ["--"]), ("— a", ["—", "a"]), ("—甲 a", ["—甲", "a"]),
    ])
    func takesTheRestForInputs(_ line: String, _ inputs: [String]) throws {
        #expect(try Self.parse(line).inputs == inputs)
    }

    @Test func givesTypedValues() throws {
        let arguments = try Self.parse("-qo x --year 2022 --spans Merge --only 甲 --only=乙 --issued 2024-02-29")
        #expect(arguments[Self.quiet])
        #expect(arguments[Self.output] == "x")
        #expect(arguments[Self.year] == 2022)
        #expect(arguments[Self.spans] == .merge)
        #expect(arguments.all(Self.only) == ["甲", "乙"])
        #expect(arguments[Self.issued]?.description == "2024-02-29")
        #expect(arguments[CommonOptions.color] == .auto)
    }

    @Test func takesAValueThatBeginsWithADash() throws {
        #expect(try Self.parse("-o -").self[Self.output] == "-")
        #expect(try Self.parse("--only -5").all(Self.only) == ["-5"])
        #expect(try Self.parse("--only=--raw").all(Self.only) == ["--raw"])
    }

    @Test(arguments: [
        ("--outptu x", "没有选项 --outptu", "是否想写：--output"),
        ("--span=fill", "没有选项 --span", "是否想写：--spans"),
        ("-x", "没有选项 -x", "--help 列出全部选项"),
        ("-raw", "没有选项 -raw", "是否想写：--raw"),
        ("-o", "选项 --output 缺少值", "写法：--output 文件"),
        ("-o --raw", "选项 --output 缺少值", "写法：--output 文件"),
        ("--raw=1", "选项 --raw 不带值", nil),
        ("--year 22", "选项 --year：“22”不是 1900 到 2999 之间的整数", nil),
        ("--year 99999999999999999999", "选项 --year：“99999999999999999999”不是 1900 到 2999 之间的整数", nil),
        ("--spans mrege", "选项 --spans：没有“mrege”这个值；可用：fill、merge、blank", "是否想写：merge"),
        ("--issued 2023-02-29", "选项 --issued：“2023-02-29”不是日期", "请写成 2022-09-30 的样子"),
        ("--issued 2023-+1-01", "选项 --issued：“2023-+1-01”不是日期", "请写成 2022-09-30 的样子"),
        ("--output=", "选项 --output：值是空的", nil),
        ("——output x", "“——output”前面的横线不是半角减号", "是否想写：--output"),
        ("－o x", "“－o”前面的横线不是半角减号", "是否想写：-o"),
    ])
    func refuses(_ line: String, _ message: String, _ hint: String?) {
        let failure = #expect(throws: UsageFailure.self) { try Self.parse(line) }
        #expect(failure?.message.chinese == message)
        #expect(failure?.hint?.chinese == hint)
        #expect(failure?.kind == .usage)
    }
}
