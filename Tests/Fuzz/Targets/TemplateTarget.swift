internal import FenjieKit

extension FuzzTarget {
    /// Descriptors of templates; one without an error can be used.
    static let template = FuzzTarget("template") { bytes in
        let (template, findings) = try Template.check(descriptor: bytes, file: "input.json")
        guard let template, !findings.contains(where: { $0.severity == .error }) else { return }
        let table = Array("序号,具体要求,责任单位,完成时限\n1,修好一座桥,县交通局,全年\n2,,县水务局,6月底前\n".utf8)
        var options = ValidationOptions(template: template)
        options.followsPassport = false
        _ = try Validator(options).validate(InputFile(bytes: table, name: "table.csv"))
    }

    /// The form of issued tables.
    static let issuedForm: Template = {
        guard let template = try? Template(builtIn: "issued") else {
            preconditionFailure("a built-in template is broken")
        }
        return template
    }()
}
