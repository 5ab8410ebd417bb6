internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// Runs a pipeline file over many inputs.
struct RunCommand: Command {
    static let name = "run"
    static let summary = Message(
        "按流水线文件处理许多文件：可中断、续做、分到多台机器", "runs a pipeline over many inputs: unattended, resumed, shared out")
    static let operands = Message("流水线文件 [输入…]", "PIPELINE [INPUT…]")
    static let discussion = [
        Message(
            "流水线文件是 JSON（可写 // 和 /* */ 注释），写法见 fenjie template show pipeline；文件中的相对路径从它所在的文件夹算起。命令行给出输入时不用文件中的输入。",
            "A pipeline file is JSON with // and /* */ comments; fenjie template show pipeline says how it is written. Relative "
                + "paths in it start at its folder. Inputs on the command line replace those of the file."),
        Message(
            "输出文件夹中的 fenjie-manifest.jsonl 记录每个输入的结果；--resume 只做清单不能证明已完成的（输入、选项、程序版本变了，或结果缺失、被改动，都重做）。",
            "fenjie-manifest.jsonl in the output folder tells what became of each input. --resume does only what it does not prove "
                + "done: where the input, the options or the version changed, or an output is missing or altered, it is done again."
        ),
        Message(
            "--shard i/n 按内容分给 n 台机器；在 Slurm 数组和 Kubernetes 索引任务中自动取得。全部做完后用 --merge 合并清单并做汇总步骤。",
            "--shard i/n takes one of n parts by content; Slurm arrays and Kubernetes Indexed Jobs set it themselves. When all parts "
                + "are done, --merge puts the manifests together and does the steps with all inputs."),
    ]

    private static let resume = Flag("resume", Message("只做清单不能证明已完成的", "do only what the manifest does not prove done"))
    private static let jobs = ValueOption<Int>.integer(
        "jobs", letter: "j", in: Pipeline.jobCounts, placeholder: Message("个数", "N"),
        Message("同时处理几个文件；不给则每核一个", "how many inputs at a time; one a core if not given"))
    private static let shard = ValueOption<Shard>(
        "shard", placeholder: Message("i/n", "I/N"), Message("只做 n 份中的第 i 份", "do part I of N only")
    ) { text throws(ValueProblem) in
        guard let shard = Shard(parsing: text) else {
            throw ValueProblem(
                Message("“\(text)”不是一份", "'\(text)' is no part"), hint: Message("请写成 2/8 的样子", "write it like 2/8"))
        }
        return shard
    }
    private static let merge = Flag(
        "merge", Message("合并各份的清单，做汇总步骤", "put the manifests of parts together, and do the steps with all inputs"))
    private static let dryRun = Flag("dry-run", Message("只列出要做什么，不写文件", "list what would be done and write nothing"))
    private static let failFast = Flag("fail-fast", Message("有一个文件失败就停", "stop when an input fails"))
    private static let timeout = ValueOption<Double>(
        "timeout", placeholder: Message("秒", "SECONDS"),
        Message("每个文件最多用多少秒", "the most seconds that an input may take"),
        read: seconds)
    private static let logFile = ValueOption<String>.outputFile(
        "log", Message("把经过追加到这个文件，每行一个 JSON", "add what happens to this file, a line of JSON each"))
    private static let filesFrom = ValueOption<String>.inputFile(
        "files-from",
        Message(
            "从清单读取输入，每行一个；- 为标准输入；可多次使用", "read inputs from a list, one a line; - is standard input; can be repeated")
    ).repeated
    private static let null = Flag("null", letter: "0", Message("清单以空字节分隔", "the names in lists end in a null byte"))
    private static let watch = Flag("watch", Message("一直等着，来一个处理一个", "wait for files and treat them as they arrive"))
    private static let interval = ValueOption<Double>(
        "interval", placeholder: Message("秒", "SECONDS"), Message("--watch 隔多少秒看一次", "how often --watch looks"),
        read: seconds
    ).withDefault(1, shownAs: "1")
    private static let moveTo = ValueOption<String>.outputFolder(
        "move-to", Message("--watch 把做完的输入移到这个文件夹", "where --watch moves inputs that are done"))

    static let options: [any DeclaredOption] = [
        resume, jobs, shard, merge, dryRun, failFast, timeout, logFile, filesFrom, null, watch, interval, moveTo,
    ]
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.output, CommonOptions.json, CommonOptions.force, CommonOptions.failOn] + CommonOptions.talk
    static let conflicts: [[any DeclaredOption]] = [
        [merge, shard], [merge, watch], [dryRun, watch], [merge, dryRun], [shard, watch], [merge, failFast],
        [merge, timeout],
        [dryRun, logFile],
    ]
    static let requirements: [(option: any DeclaredOption, needs: any DeclaredOption)] = [
        (interval, watch), (moveTo, watch), (null, filesFrom),
    ]
    static let hasOwnJSON = true
    static let examples = [
        CommandExample("fenjie run 下发.json --dry-run", Message("先看会做什么", "see first what it would do")),
        CommandExample("fenjie run 下发.json --resume", Message("接着上次做", "go on where the last run ended")),
        CommandExample(
            "find 材料 -name '*.csv' -print0 | fenjie run 转换.json -0 --files-from - -o 结果/",
            Message("从 find 读取输入", "takes the inputs from find")),
        CommandExample(
            "fenjie run 转换.json --shard 2/4",
            Message("只做四份中的第二份（每台机器一份）", "does the second of four parts, one for each machine")),
        CommandExample("fenjie run 转换.json --merge", Message("合并各份的清单", "merges the manifests of the parts")),
    ]

    @Sendable private static func seconds(_ text: String) throws(ValueProblem) -> Double {
        guard let value = Double(text), BatchSeconds.contains(value) else {
            throw ValueProblem(Message("“\(text)”不是秒数", "'\(text)' is no number of seconds"))
        }
        return value
    }

    func run(_ context: CommandContext) throws -> ExitStatus {
        let pipeline = try Self.pipeline(context)
        let options = try Self.batchOptions(context, pipeline)
        let reporter = BatchReporter(context.console)
        let batch = try Batch(pipeline, options, observer: reporter)
        let list = try Self.list(context, pipeline)
        let base = list.isOwn ? "" : Self.base(of: pipeline)
        let log = context.options[Self.logFile]
        let find = {
            let found = try BatchInputs(
                list.inputs, base: base, extensions: batch.extensions, output: options.output,
                standardInput: { try context.standardInput.contents() })
            context.reading.add(found.identities)
            if let log { try context.replacement.checkInputs(log) }
            return found
        }
        let threshold = options.failOn ?? pipeline.failOn
        let isWatch = context.options[Self.watch]
        if isWatch { try Self.checkWatch(context, list.inputs, hasWholeSteps: !batch.wholeTargets.isEmpty) }
        let inputs = try find()
        if isWatch {
            try batch.check(inputs)
            try reporter.open(log: log, sparing: context.reading)
            return try watch(context, batch, reporter, threshold, find)
        }
        guard !inputs.inputs.isEmpty || !inputs.failures.isEmpty else { throw Self.noInput }
        try batch.check(inputs)
        if context.options[Self.dryRun] { return try BatchPlanPage(context).show(batch, inputs) }
        try reporter.open(log: log, sparing: context.reading)
        let session = try batch.open()
        reporter.start(pipeline: pipeline.file, options)
        Self.tellInterruption(context.console, reporter.progress)
        let summary = try context.options[Self.merge] ? session.merge(inputs) : session.run(inputs)
        Interruption.onFirst(nil)
        try reporter.end(summary, of: session, output: options.output, asJSON: context.options[CommonOptions.json])
        return reporter.status(of: summary, failingOn: threshold)
    }

    private func watch(
        _ context: CommandContext, _ batch: Batch, _ reporter: BatchReporter, _ threshold: FailureThreshold,
        _ find: @escaping () throws -> BatchInputs
    ) throws -> ExitStatus {
        let session = try batch.open(isLasting: true)
        var options = BatchWatch.Options()
        options.interval = context.options[Self.interval]
        options.moveTo = context.options[Self.moveTo]
        let stopper = session.stopper
        let signal = SignalNumber()
        Interruption.onFirst { number in
            signal.set(number)
            stopper.stop()
            return true
        }
        context.console.say(Message("等待文件；Ctrl-C 结束", "waiting for files; Ctrl-C ends it"))
        var status = ExitStatus.done
        do {
            try BatchWatch(session, options, observer: reporter, find: find).run { summary in
                try reporter.end(summary, of: session, output: "", asJSON: context.options[CommonOptions.json])
                try context.console.output.finish()
                status = reporter.status(of: summary, failingOn: threshold)
            }
        } catch {
            // The manifest is in order even where nobody can be told of it.
            try? session.close()
            throw error
        }
        try session.close()
        return signal.value.flatMap { ExitStatus(rawValue: 128 + $0) } ?? status
    }

    /// What a lasting run cannot do; told before it begins.
    private static func checkWatch(
        _ context: CommandContext, _ inputs: InputList, hasWholeSteps: Bool
    ) throws(UsageFailure) {
        if context.options.contains(moveTo), hasWholeSteps {
            throw UsageFailure(
                Message("有汇总全部文件的步骤时不能用 --move-to", "--move-to does not go with steps that work on all inputs"))
        }
        guard inputs.words.contains("-") || inputs.lists.contains("-") else { return }
        throw UsageFailure(
            Message("--watch 不能从标准输入读取", "--watch does not read standard input"),
            hint: Message("请写文件、文件夹或清单文件", "name files, folders or a list that is a file"))
    }

    /// Says, when somebody stops the program, that nothing is lost.
    private static func tellInterruption(_ console: Console, _ progress: ProgressMeter) {
        Interruption.onFirst { _ in
            progress.clear()
            console.say(Message("已中断；加 --resume 再运行可接着做", "interrupted; run again with --resume to go on"))
            return false
        }
    }

    private static func pipeline(_ context: CommandContext) throws -> Pipeline {
        guard let path = context.operands.first else {
            throw UsageFailure(
                Message("没有给出流水线文件", "no pipeline file is given"),
                hint: Message(
                    "写法见 fenjie template show pipeline", "fenjie template show pipeline says how one is written"))
        }
        do {
            let bytes = try InputFile(path: path).contents(limit: 16 << 20)
            let (pipeline, findings) = try Pipeline.read(bytes, file: path)
            context.log.add(findings)
            return pipeline
        } catch let failure as FileFailure {
            throw UsageFailure(failure.message, hint: failure.hint, place: failure.place)
        } catch let failure as PipelineFailure {
            context.log.add(failure.findings)
            throw failure
        }
    }

    private static func batchOptions(_ context: CommandContext, _ pipeline: Pipeline) throws -> BatchOptions {
        let written = context.options[CommonOptions.output]
        guard let output = written ?? pipeline.output.map(pipeline.resolved), output != "-" else {
            throw UsageFailure(
                Message("没有写明输出文件夹", "no output folder is named"),
                hint: Message("请在流水线文件中写 output，或用 -o 指定", "name one as output in the pipeline file, or with -o"))
        }
        if let status = FileStatus(path: output), status.kind != .folder {
            throw UsageFailure(
                Message("输出应是文件夹，这里已有一个文件", "the output is a folder, yet a file stands here"),
                place: Place(file: output))
        }
        var options = BatchOptions(
            output: output, version: Product.versionLine, language: context.console.language,
            renderer: ValidationRenderer())
        options.jobs = context.options[jobs]
        options.resumes = context.options[resume] || context.options[watch]
        options.failsFast = context.options[failFast]
        options.timeout = context.options[timeout] ?? pipeline.timeout
        options.replacing = context.replacement
        if context.options.contains(CommonOptions.failOn) {
            options.failOn = context.options[CommonOptions.failOn]
        }
        if let shard = context.options[shard] {
            options.shard = shard
        } else if !context.options[merge], !context.options[watch] {
            options.shard = try ShardVariables.shard(
                in: ProcessEnvironment.values(of: ShardVariables.names))
        }
        return options
    }

    /// The inputs of the command line, else those of the file.
    private static func list(
        _ context: CommandContext, _ pipeline: Pipeline
    ) throws(UsageFailure) -> (inputs: InputList, isOwn: Bool) {
        var list = InputList()
        list.words = Array(context.operands.dropFirst())
        list.lists = context.options.all(filesFrom)
        list.isNullSeparated = context.options[null]
        list.extensions = pipeline.inputs.extensions
        if !list.isEmpty { return (list, true) }
        guard !pipeline.inputs.isEmpty else { throw noInput }
        return (pipeline.inputs, false)
    }

    private static func base(of pipeline: Pipeline) -> String { PathText.folder(of: pipeline.file) }

    private static var noInput: UsageFailure {
        UsageFailure(
            Message("没有输入", "there is no input"),
            hint: Message(
                "请在流水线文件中写 inputs，或写在命令行上", "name inputs in the pipeline file, or on the command line"))
    }
}
