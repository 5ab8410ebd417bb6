internal import FenjieKit

extension FuzzTarget {
    /// A worksheet that came back as CSV, compared with what was issued; the first byte says what is known of it.
    static let returned = FuzzTarget("returned") { bytes in
        let (choice, input) = bytes.choiceAndInput
        var options = ValidationOptions(template: issuedForm)
        options.followsPassport = true
        options.issued = choice & 1 == 0 ? [issued.whole] : issued.worksheets
        if choice & 2 != 0 { options.streamsAbove = 0 }
        _ = try Validator(options).validate(InputFile(bytes: input, name: "input.csv"))
        if choice & 4 != 0 {
            _ = Passport.all(in: try DocumentReader().read(.init(bytes: input, name: "p.csv")).sheets[0].rows)
        }
    }

    /// What was issued: the whole table, and the worksheet of each unit.
    private static let issued: (whole: IssuedWorksheet, worksheets: [IssuedWorksheet]) = {
        let table = """
            序号,一级任务,二级任务,具体要求,责任单位,完成时限
            1,惠民实事,稳定就业,新增城镇就业岗位五千个,县人社局,2024年9月底前
            2,惠民实事,优质教育,新建学校两所（含幼儿园）,县教育局、县人社局,2024年6月底前
            3,营商环境,审批提速,再减环节两个,县审批局,全年

            """
        let file = InputFile(bytes: Array(table.utf8), name: "issued.csv")
        guard let form = try? Template(builtIn: "unit-quarterly"),
            let whole = try? TableReader(options: ReadingOptions(), template: issuedForm).read(file).tables.first,
            let issue = try? IssueMaker(IssueOptions(form: form)).issues(of: file).issues.first
        else { preconditionFailure("the issued table is not read") }
        let worksheets = issue.split.portions.map { portion in
            let worksheet = issue.worksheet(of: portion)
            return IssuedWorksheet(worksheet.passport, table: worksheet.table)
        }
        return (IssuedWorksheet(whole: whole), worksheets)
    }()
}
