internal import FenjieFiles
public import FenjieModel
internal import FenjieText

extension Template {
    /// Reads a descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: the JSON text in UTF-8.
    ///   - file: the name for messages.
    /// - Throws: ``TemplateFailure`` with every finding where the text is no JSON or an error was found.
    public init(descriptor: [UInt8], file: String) throws(TemplateFailure) {
        let (template, findings) = try Self.check(descriptor: descriptor, file: file)
        let errors = findings.filter { $0.severity == .error }
        guard let template, errors.isEmpty else {
            throw TemplateFailure(
                file: file,
                Message("模板有 \(errors.count) 处错误", "the template has \(Message.counted(errors.count, "error"))"),
                hint: Message(
                    "运行 fenjie template check 查看全部问题", "run fenjie template check to see them all"),
                findings: findings)
        }
        self = template
    }

    /// Reads a descriptor and says everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - descriptor: the JSON text in UTF-8.
    ///   - file: the name for messages.
    /// - Returns: the template as far as it could be read, and the findings, each with its key path in `field`.
    /// - Throws: ``TemplateFailure`` where the text is no JSON object.
    public static func check(
        descriptor: [UInt8], file: String
    ) throws(TemplateFailure) -> (template: Template?, findings: [Finding]) {
        let root: JSONNode
        do {
            root = JSONNode(try JSONValue(parsing: descriptor, allowsComments: true))
        } catch {
            throw TemplateFailure(
                file: file, line: error.line,
                Message("不是有效的 JSON：\(error.message.chinese)", "not valid JSON: \(error.message.english)"),
                hint: Message("请检查引号、逗号和括号是否成对", "check quotes, commas and brackets"))
        }
        guard case .object(let members) = root else {
            throw TemplateFailure(
                file: file, Message("模板应为一个 JSON 对象", "a template is one JSON object"),
                hint: Message(
                    "可从 fenjie template show issued 的输出改起", "start from what fenjie template show issued prints"))
        }
        var reader = DescriptorReader(members, path: "", file: file)
        let template = read(from: &reader, file: file)
        reader.finish()
        return (template, reader.findings)
    }

    private static func read(from reader: inout DescriptorReader, file: String) -> Template? {
        var template = Template(
            name: reader.string("name") ?? PathText.name(of: file), title: reader.string("title") ?? "",
            description: reader.string("description") ?? "", fields: [],
            missingValues: reader.strings("missingValues") ?? [""],
            noneValues: Set(reader.strings("noneValues") ?? ["无", "/", "／", "—", "——", "-"]),
            primaryKey: reader.strings("primaryKey") ?? [], firstLeads: reader.bool("firstLeads") ?? false)
        template.version = reader.string("version") ?? ""
        template.periodicity = reader.choice("period", of: Periodicity.self) ?? .none
        template.worksheet = readWorksheet(&reader, file: file)
        template.fieldsMatch = readFieldsMatch(&reader)
        template.rules = reader.choices("rules", of: RuleWeight.self)
        if case .array(let items)? = reader.node("fields"), !items.isEmpty {
            for (index, item) in items.enumerated() {
                if let field = readField(item, path: "fields[\(index)]", file: file, reader: &reader) {
                    template.fields.append(field)
                }
            }
        } else {
            reader.note(
                "template-fields", .error, "fields",
                Message("必须列出至少一个栏目", "must list at least one field"))
        }
        DescriptorChecks.check(template, reader: &reader)
        return template
    }

    private static func readField(
        _ node: JSONNode, path: String, file: String, reader: inout DescriptorReader
    ) -> TemplateField? {
        guard case .object(let members) = node else {
            reader.note(
                "template-type", .error, path,
                Message("应为 object，实际是 \(node.kind)", "expected object, found \(node.kind)"))
            return nil
        }
        var inner = DescriptorReader(members, path: path, file: file)
        defer {
            inner.finish()
            reader.add(inner.findings)
        }
        let type = inner.choice("type", of: FieldType.self) ?? .string
        let name = inner.string("name")
        let title = inner.string("title") ?? name ?? ""
        guard let name, !name.isEmpty else {
            inner.note(
                "template-name", .error, "name", Message("栏目必须有 name", "a field needs a name"))
            return nil
        }
        let constraints = readConstraints(&inner, file: file)
        return TemplateField(
            name: name, title: title, field: Field(rawValue: name) ?? .other,
            description: inner.string("description") ?? "", type: type, constraints: constraints,
            synonyms: inner.strings("synonyms") ?? [], span: inner.choice("span", of: Spanning.self) ?? .none,
            print: readPrinting(&inner, allowed: constraints.allowed, file: file), done: inner.strings("done") ?? [])
    }

    private static func readConstraints(_ reader: inout DescriptorReader, file: String) -> FieldConstraints {
        var constraints = FieldConstraints()
        nested("constraints", in: &reader, file: file) { inner in
            constraints.required = inner.bool("required") ?? false
            constraints.unique = inner.bool("unique") ?? false
            constraints.allowed = inner.strings("enum") ?? []
            constraints.pattern = readPattern(&inner)
            constraints.minimum = inner.bound("minimum")
            constraints.maximum = inner.bound("maximum")
            constraints.minLength = inner.count("minLength")
            constraints.maxLength = inner.count("maxLength")
        }
        return constraints
    }

    private static func readPattern(_ reader: inout DescriptorReader) -> Pattern? {
        guard let text = reader.string("pattern") else { return nil }
        do {
            return try Pattern(parsing: text)
        } catch {
            reader.note(
                "template-value", .error, "pattern",
                Message("不是可用的正则表达式，\(error.message.chinese)", "no usable expression, \(error.message.english)"),
                hint: Message(
                    "用 XML Schema 的写法；不支持环视和反向引用",
                    "write it as XML Schema has it, without lookaround and backreferences"))
            return nil
        }
    }

    /// Table Schema writes one word, in a list or alone.
    private static func readFieldsMatch(_ reader: inout DescriptorReader) -> FieldsMatch? {
        guard let word = reader.strings("fieldsMatch")?.first else { return nil }
        guard let match = FieldsMatch(rawValue: word) else {
            reader.noteUnknown(word, at: "fieldsMatch", among: FieldsMatch.allCases.map(\.rawValue), of: "Table Schema")
            return nil
        }
        return match
    }

    private static func readWorksheet(_ reader: inout DescriptorReader, file: String) -> WorksheetForm {
        var form = WorksheetForm()
        nested("worksheet", in: &reader, file: file) { inner in
            form.title = inner.string("title") ?? form.title
            form.issuing = inner.strings("issuing") ?? form.issuing
            form.closing = inner.strings("closing") ?? form.closing
            form.signatures = inner.strings("signatures") ?? form.signatures
            form.isProtected = inner.bool("protected") ?? form.isProtected
        }
        return form
    }

    private static func readPrinting(
        _ reader: inout DescriptorReader, allowed: [String], file: String
    ) -> FieldPrinting {
        var printing = FieldPrinting()
        nested("print", in: &reader, file: file) { inner in
            if let width = inner.number("width") {
                if (1...255).contains(width) {
                    printing.width = width
                } else {
                    inner.note(
                        "template-value", .error, "width",
                        Message("列宽应在 1 到 255 之间", "a width lies between 1 and 255"))
                }
            }
            printing.alignment = inner.choice("alignment", of: Alignment.self) ?? .left
            printing.isFillIn = inner.bool("fillIn") ?? false
            let tones = inner.choices("tones", of: Tone.self)
            printing.tones = allowed.compactMap { value in tones[value].map { (value, $0) } }
            for value in tones.keys.sorted() where !allowed.contains(value) {
                inner.noteUnknown(value, at: "tones.\(value)", among: allowed, of: "constraints.enum")
            }
        }
        return printing
    }

    private static func nested(
        _ name: String, in reader: inout DescriptorReader, file: String, _ body: (inout DescriptorReader) -> Void
    ) {
        guard let node = reader.node(name) else { return }
        guard case .object(let members) = node else {
            reader.note(
                "template-type", .error, name,
                Message("应为 object，实际是 \(node.kind)", "expected object, found \(node.kind)"))
            return
        }
        var inner = DescriptorReader(members, path: reader.keyPath(name), file: file)
        body(&inner)
        inner.finish()
        reader.add(inner.findings)
    }
}
