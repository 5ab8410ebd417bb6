internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieLedger
internal import FenjieModel
internal import FenjieTemplates
internal import FenjieText

extension DescriptorReader {
    /// Reads an option of a step; what does not fit is noted with its key path.
    mutating func read(_ option: StepOption, into options: inout StepOptions) {
        let name = option.name
        read(option.kind, name, as: name, into: &options)
        if let earlier = option.earlierName, node(earlier) != nil {
            if options.contains(name) {
                note(
                    "pipeline-value", .error, earlier,
                    Message("与 \(name) 是同一项，只写一个", "it is the same as \(name); write one of them"))
            } else {
                read(option.kind, earlier, as: name, into: &options)
            }
        }
        if option.isRequired, !options.contains(name), !findings.contains(where: { $0.field == keyPath(name) }) {
            note(
                "pipeline-missing", .error, name,
                Message("缺少 \(name)：\(option.summary.chinese)", "\(name) is missing: \(option.summary.english)"))
        }
    }

    /// Notes options that say nothing in the company they are in.
    mutating func checkCombinations(of options: StepOptions, in step: any PipelineStep.Type) {
        for group in step.conflicts {
            let used = group.filter(options.uses)
            guard used.count > 1, let last = used.last else { continue }
            note(
                "pipeline-value", .error, last,
                Message(
                    "\(used.joined(separator: "、")) 不能同时使用", "\(used.joined(separator: " and ")) exclude each other"))
        }
        for (option, needed) in step.requirements where options.contains(option) && !options.contains(needed) {
            note(
                "pipeline-value", .error, option, Message("要与 \(needed) 同用", "it belongs to \(needed)"))
        }
    }

    /// Reads what a member says of an option.
    private mutating func read(
        _ kind: StepOption.Kind, _ name: String, as option: String, into options: inout StepOptions
    ) {
        switch kind {
        case .flag:
            if let value = bool(name) { options.set(option, .flag(value)) }
        case .integer(let range):
            guard let value = count(name) else { break }
            guard range.contains(value) else {
                note(
                    "pipeline-value", .error, name,
                    Message(
                        "应在 \(range.lowerBound) 到 \(range.upperBound) 之间",
                        "it lies between \(range.lowerBound) and \(range.upperBound)"))
                break
            }
            options.set(option, .integer(value))
        case .texts, .files, .outputs:
            guard let values = strings(name) else { break }
            for (index, value) in values.enumerated() {
                check(value, kind, at: values.count == 1 ? name : "\(name)[\(index)]")
            }
            options.set(option, .texts(values))
        default:
            guard let value = string(name) else { break }
            check(value, kind, at: name)
            options.set(option, .texts([value]))
        }
    }

    private mutating func check(_ text: String, _ kind: StepOption.Kind, at name: String) {
        guard let problem = problem(text, kind) else { return }
        note("pipeline-value", .error, name, problem.message, hint: problem.hint)
    }

    /// Why a text is no value of a kind.
    private func problem(_ text: String, _ kind: StepOption.Kind) -> PatternProblem? {
        switch kind {
        case .choice(let names):
            guard !names.contains(text) else { return nil }
            return PatternProblem(
                message: Message("值 \(text) 不在允许范围内", "\(text) is not one of the values allowed"),
                hint: NearestNames.hint(for: text, among: names))
        case .encoding:
            guard TextEncoding(parsing: text) == nil else { return nil }
            return PatternProblem(
                message: Message("没有编码 \(text)", "there is no encoding \(text)"),
                hint: NearestNames.hint(for: text, among: TextEncoding.allCases.map(\.rawValue)))
        case .delimiter:
            guard CSVDelimiter(parsing: text) == nil else { return nil }
            return PatternProblem(
                message: Message("\(text) 不是可用的分隔符", "\(text) is no delimiter"),
                hint: Message("可用：, ; | tab", "use one of , ; | tab"))
        case .date:
            guard CivilDate(parsing: text) == nil else { return nil }
            return PatternProblem(
                message: Message("\(text) 不是日期", "\(text) is not a date"),
                hint: Message("请写成 2022-09-30 的样子", "write it like 2022-09-30"))
        case .output, .outputs:
            do throws(PatternProblem) { _ = try OutputPattern(parsing: text) } catch { return error }
        case .fileNames:
            do throws(LedgerFailure) {
                _ = try FileNamePattern(parsing: text, leavingAway: OutputFormats.fileExtensions)
            } catch {
                return PatternProblem(message: error.message, hint: error.hint)
            }
        case .file, .files, .text, .texts:
            guard text.isEmpty else { return nil }
            return PatternProblem(message: Message("值是空的", "the value is empty"), hint: nil)
        case .flag, .integer: break
        }
        return nil
    }
}
