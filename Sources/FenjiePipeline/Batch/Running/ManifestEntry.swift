internal import FenjieFiles
public import FenjieModel
internal import FenjieText

/// What became of one input, or of one step with all of them: a line of the manifest.
public struct ManifestEntry: Sendable {
    /// How it ended.
    public enum Status: String, Sendable, CaseIterable {
        /// Every step is done.
        case done
        /// Steps are left out because of what was found, as the pipeline says.
        case held
        /// The input could not be read.
        case unreadable
        /// An output could not be written.
        case unwritable
        /// A bug of ours.
        case bug

        /// Whether everything that was to be done is done.
        var isSettled: Bool { self == .done || self == .held }
    }

    /// One file that was written.
    public struct Output: Sendable, Hashable {
        /// Its place below the output folder.
        public let path: String
        /// Its size in bytes.
        public let size: Int
        /// The SHA-256 of its bytes.
        public let digest: String
    }

    /// For a step with all inputs, which it is: `2 collect`.
    public var step: String?
    /// The input as it was named.
    public var input: String
    /// Where it lies below the folder that was named; what outputs are named by.
    public var name: String
    /// Its size in bytes.
    public var size: Int
    /// The SHA-256 of its bytes, or of all inputs; empty where it could not be read.
    public var digest: String
    /// The SHA-256 of everything else that decides on the outputs.
    public var options: String
    /// The program that did it.
    public var version: String
    /// How it ended.
    public var status = Status.done
    /// How many findings there are of each weight.
    public var findings: [Severity: Int] = [:]
    /// What was written.
    public var outputs: [Output] = []
    /// What went wrong.
    public var failure: String?
    /// When it was done.
    public var finished = ""
    /// How long it took.
    public var seconds = 0.0

    init(step: String? = nil, input: String, name: String, options: String, version: String) {
        self.step = step
        self.input = input
        self.name = name
        self.options = options
        self.version = version
        size = 0
        digest = ""
    }

    /// What makes it the same work: name and content, wherever the input lies.
    var key: String { Self.key(step: step, name: name, digest: step == nil ? digest : "") }

    static func key(step: String?, name: String, digest: String) -> String { "\(step ?? "")\0\(name)\0\(digest)" }

    /// The line without its end.
    var json: JSONValue {
        var members: [(name: String, value: JSONValue)] = []
        if let step { members.append(("step", .string(step))) }
        members += [
            ("input", .string(input)), ("name", .string(name)), ("size", .integer(size)), ("sha256", .string(digest)),
            ("options", .string(options)), ("version", .string(version)), ("status", .string(status.rawValue)),
            (
                "findings",
                .object(Severity.allCases.reversed().map { ($0.rawValue, .integer(findings[$0] ?? 0)) })
            ),
            (
                "outputs",
                .array(
                    outputs.map { output in
                        .object([
                            ("path", .string(output.path)), ("size", .integer(output.size)),
                            ("sha256", .string(output.digest)),
                        ])
                    })
            ),
        ]
        if let failure { members.append(("failure", .string(failure))) }
        members += [
            ("finished", .string(finished)), ("seconds", .number((seconds * 1000).rounded() / 1000)),
        ]
        return .object(members)
    }

    /// Reads a line; `nil` where it is none of ours.
    init?(parsing line: [UInt8]) {
        guard let json = try? JSONValue(parsing: line), let input = json["input"]?.string,
            let name = json["name"]?.string, let options = json["options"]?.string,
            let version = json["version"]?.string, let digest = json["sha256"]?.string,
            let status = json["status"]?.string.flatMap(Status.init(rawValue:)),
            let outputs = json["outputs"]?.items
        else { return nil }
        self.init(step: json["step"]?.string, input: input, name: name, options: options, version: version)
        self.digest = digest
        self.status = status
        size = json["size"]?.integer ?? 0
        failure = json["failure"]?.string
        finished = json["finished"]?.string ?? ""
        if case .number(let number)? = json["seconds"] { seconds = number }
        for severity in Severity.allCases {
            // Counts of all entries are added up.
            if let count = json["findings"]?[severity.rawValue]?.integer, (1...1_000_000_000).contains(count) {
                findings[severity] = count
            }
        }
        for output in outputs {
            // A path that leads elsewhere was not written by us.
            guard let path = output["path"]?.string, let size = output["size"]?.integer,
                let digest = output["sha256"]?.string, !path.hasPrefix("/"),
                !path.split(separator: "/").contains("..")
            else { return nil }
            self.outputs.append(Output(path: path, size: size, digest: digest))
        }
    }
}
