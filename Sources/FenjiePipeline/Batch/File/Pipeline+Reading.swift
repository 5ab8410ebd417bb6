public import FenjieModel
internal import FenjieTemplates
internal import FenjieText

extension Pipeline {
    /// Reads a pipeline file.
    ///
    /// - Parameters:
    ///   - bytes: the JSON text in UTF-8, with comments where wanted.
    ///   - file: the name for messages; relative paths in the file start at its folder.
    /// - Returns: the pipeline, and findings that do not keep it from running.
    /// - Throws: ``PipelineFailure`` with every finding where the text is no JSON or an error was found.
    public static func read(_ bytes: [UInt8], file: String) throws(PipelineFailure) -> (Pipeline, [Finding]) {
        let root: JSONValue
        do {
            root = try JSONValue(parsing: bytes, allowsComments: true)
        } catch {
            throw PipelineFailure(
                Place(file: file, line: error.line),
                Message("不是有效的 JSON：\(error.message.chinese)", "not valid JSON: \(error.message.english)"),
                hint: Message("请检查引号、逗号和括号是否成对", "check quotes, commas and brackets"))
        }
        guard case .object(let members) = JSONNode(root) else {
            throw PipelineFailure(
                Place(file: file), Message("流水线文件应为一个 JSON 对象", "a pipeline file is one JSON object"),
                hint: Message(
                    "fenjie template show pipeline 说明它的写法", "fenjie template show pipeline says how it is written"))
        }
        var reader = DescriptorReader(members, path: "", file: file, subject: "pipeline", unknownWeight: .error)
        var pipeline = Pipeline(file: file)
        pipeline.readHead(&reader)
        pipeline.readFindings(&reader)
        pipeline.readSteps(&reader)
        reader.finish()
        pipeline.canonical = canonical(root)
        let errors = reader.findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw PipelineFailure(
                Place(file: file),
                Message(
                    "流水线文件有 \(errors.count) 处错误",
                    "the pipeline file has \(Message.counted(errors.count, "error"))"),
                hint: Message(
                    "fenjie template show pipeline 说明它的写法", "fenjie template show pipeline says how it is written"),
                findings: reader.findings)
        }
        return (pipeline, reader.findings)
    }

    private mutating func readHead(_ reader: inout DescriptorReader) {
        name = reader.string("name") ?? ""
        summary = reader.string("description") ?? ""
        inputs = readInputs(&reader)
        template = reader.path("template")
        units = reader.path("units")
        output = reader.path("output")
        if let count = reader.count("jobs") {
            let range = Self.jobCounts
            if range.contains(count) {
                jobs = count
            } else {
                reader.note(
                    "pipeline-value", .error, "jobs",
                    Message(
                        "应在 \(range.lowerBound) 到 \(range.upperBound) 之间",
                        "it lies between \(range.lowerBound) and \(range.upperBound)"))
            }
        }
        if let seconds = reader.number("timeout") {
            if BatchSeconds.contains(seconds) {
                timeout = seconds
            } else {
                reader.note(
                    "pipeline-value", .error, "timeout",
                    Message("应大于 0、小于 10 亿秒", "it is greater than 0 and less than a thousand million seconds"))
            }
        }
    }

    private func readInputs(_ reader: inout DescriptorReader) -> InputList {
        var list = InputList()
        guard let node = reader.node("inputs") else { return list }
        guard case .object = node else {
            list.words = reader.strings("inputs") ?? []
            return list
        }
        reader.nested("inputs") { inner in
            list.words = inner.strings("paths") ?? []
            list.lists = inner.strings("files-from") ?? []
            list.isNullSeparated = inner.bool("null") ?? false
            list.extensions = (inner.strings("extensions") ?? []).map {
                ($0.hasPrefix(".") ? String($0.dropFirst()) : $0).lowercased()
            }
        }
        return list
    }

    private mutating func readFindings(_ reader: inout DescriptorReader) {
        reader.nested("findings") { inner in
            failOn = inner.choice("fail-on", of: FailureThreshold.self) ?? .error
            consequence = inner.choice("then", of: Consequence.self) ?? .continue
        }
    }

    private mutating func readSteps(_ reader: inout DescriptorReader) {
        guard case .array(let items)? = reader.node("steps"), !items.isEmpty else {
            reader.note(
                "pipeline-steps", .error, "steps", Message("必须列出至少一个步骤", "must list at least one step"),
                hint: NearestNames.hint(for: "", among: PipelineSteps.names))
            return
        }
        for (index, item) in items.enumerated() {
            reader.nested("steps[\(index)]", item) { inner in
                guard let step = Self.readStep(&inner, keyPath: "steps[\(index)]") else { return }
                steps.append(step)
            }
        }
        checkOrder(&reader)
    }

    private static func readStep(_ reader: inout DescriptorReader, keyPath: String) -> Step? {
        guard let name = reader.string("step") else {
            if reader.findings.isEmpty {
                reader.note(
                    "pipeline-step", .error, "step", Message("没有写明做什么", "it does not say what to do"),
                    hint: NearestNames.hint(for: "", among: PipelineSteps.names))
            }
            reader.skipRest()
            return nil
        }
        guard let type = PipelineSteps.named(name) else {
            reader.note(
                "pipeline-step", .error, "step", Message("没有步骤 \(name)", "there is no step \(name)"),
                hint: NearestNames.hint(for: name, among: PipelineSteps.names))
            reader.skipRest()
            return nil
        }
        var options = StepOptions()
        for option in type.options { reader.read(option, into: &options) }
        reader.checkCombinations(of: options, in: type)
        return Step(name: name, options: options, keyPath: keyPath)
    }

    /// A step with each input cannot follow one with all of them: those have been read by then.
    private func checkOrder(_ reader: inout DescriptorReader) {
        var whole: String?
        for step in steps {
            guard let type = PipelineSteps.named(step.name) else { continue }
            if type.isWhole {
                whole = step.name
            } else if let whole {
                reader.note(
                    "pipeline-order", .error, "\(step.keyPath).step",
                    Message("\(step.name) 应放在 \(whole) 之前", "\(step.name) must stand before \(whole)"),
                    hint: Message(
                        "逐个文件的步骤在前，汇总全部文件的步骤在后", "steps with each file come first, those with all files last"))
            }
        }
    }

    /// What decides on the content of outputs, with members in a fixed order.
    private static func canonical(_ root: JSONValue) -> String {
        guard case .object(let members) = root else { return "" }
        let relevant = ["template", "units", "findings", "steps"]
        return sorted(.object(members.filter { relevant.contains($0.name) })).text()
    }

    private static func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(members.map { ($0.name, sorted($0.value)) }.sorted { $0.0 < $1.0 })
        case .array(let items): .array(items.map(sorted))
        default: value
        }
    }
}

extension DescriptorReader {
    /// Reads a member that is an object; one that is missing is no error.
    fileprivate mutating func nested(_ name: String, _ body: (inout DescriptorReader) -> Void) {
        guard let node = node(name) else { return }
        nested(name, node, body)
    }

    fileprivate mutating func nested(_ name: String, _ node: JSONNode, _ body: (inout DescriptorReader) -> Void) {
        guard case .object(let members) = node else {
            note(
                "pipeline-type", .error, name,
                Message("应为 object，实际是 \(node.kind)", "expected object, found \(node.kind)"))
            return
        }
        var inner = inside(members, name)
        body(&inner)
        inner.finish()
        add(inner.findings)
    }

    fileprivate mutating func path(_ name: String) -> String? {
        guard let path = string(name) else { return nil }
        guard path.isEmpty else { return path }
        note("pipeline-value", .error, name, Message("路径是空的", "the path is empty"))
        return nil
    }
}
