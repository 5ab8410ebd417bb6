import FenjieModel
import FenjiePipeline
import FenjieText
import Testing

@Suite struct PipelineReadingTests {
    /// What is wrong: the text, then key path, code and the English hint of the one finding.
    private static let broken: [(json: String, path: String, code: String, hint: String?)] = [
        (
            #"{"steps": [{"step": "validate"}, {"step": "convert", "to": "xslx"}]}"#, "steps[1].to", "pipeline-value",
            "did you mean xlsx?"
        ),
        (#"{"steps": [{"step": "convrt"}]}"#, "steps[0].step", "pipeline-step", "did you mean convert?"),
        (#"{"steps": [{"to": "csv"}]}"#, "steps[0].step", "pipeline-step", nil),
        (
            #"{"steps": [{"step": "convert", "outptu": "x"}]}"#, "steps[0].outptu", "pipeline-unknown-key",
            "did you mean output?"
        ),
        (
            #"{"steps": [{"step": "convert", "raw": "true"}]}"#, "steps[0].raw", "pipeline-type",
            "write true without quotes"
        ),
        (#"{"steps": [{"step": "convert", "output": "../x"}]}"#, "steps[0].output", "pipeline-value", nil),
        (
            #"{"steps": [{"step": "convert", "output": "{stam}.csv"}]}"#, "steps[0].output", "pipeline-value",
            "did you mean stem?"
        ),
        (#"{"steps": [{"step": "validate", "as-of": "2026-02-30"}]}"#, "steps[0].as-of", "pipeline-value", nil),
        (
            #"{"steps": [{"step": "validate", "report": ["a.json", "{"]}]}"#, "steps[0].report[1]", "pipeline-value",
            nil
        ),
        (#"{"steps": [{"step": "split", "year": 26}]}"#, "steps[0].year", "pipeline-value", nil),
        (#"{"steps": [{"step": "split", "name": "{单为}"}]}"#, "steps[0].name", "pipeline-value", "did you mean 单位?"),
        (#"{"steps": [{"step": "collect"}]}"#, "steps[0].issued", "pipeline-missing", nil),
        (
            #"{"steps": [{"step": "collect", "issued": "x"}, {"step": "split"}]}"#, "steps[1].step", "pipeline-order",
            nil
        ),
        (
            #"{"steps": [{"step": "split", "issued": "2026-01-15", "issue-date": "2026-01-15"}]}"#,
            "steps[0].issue-date",
            "pipeline-value", nil
        ), (#"{"steps": [{"step": "split", "issue-date": "soon"}]}"#, "steps[0].issue-date", "pipeline-value", nil),
        (
            #"{"steps": [{"step": "split", "one-workbook": true, "to": "xlsx"}]}"#, "steps[0].to", "pipeline-value", nil
        ),
        (#"{"steps": [{"step": "convert", "raw": true, "spans": "fill"}]}"#, "steps[0].spans", "pipeline-value", nil),
        (
            #"{"steps": [{"step": "review", "previous-as-of": "2026-01-15"}]}"#, "steps[0].previous-as-of",
            "pipeline-value", nil
        ), (#"{"steps": []}"#, "steps", "pipeline-steps", nil), (#"{"name": "甲"}"#, "steps", "pipeline-steps", nil),
        (#"{"steps": [7]}"#, "steps[0]", "pipeline-type", nil),
        (#"{"inptus": "x", "steps": [{"step": "convert"}]}"#, "inptus", "pipeline-unknown-key", "did you mean inputs?"),
        (#"{"jobs": 0, "steps": [{"step": "convert"}]}"#, "jobs", "pipeline-value", nil),
        (#"{"timeout": 1e300, "steps": [{"step": "convert"}]}"#, "timeout", "pipeline-value", nil),
        (#"{"timeout": 0, "steps": [{"step": "convert"}]}"#, "timeout", "pipeline-value", nil),
        (
            #"{"findings": {"then": "halt"}, "steps": [{"step": "convert"}]}"#, "findings.then", "pipeline-value", nil
        ),
        (
            #"{"inputs": {"path": "x"}, "steps": [{"step": "convert"}]}"#, "inputs.path", "pipeline-unknown-key",
            "did you mean paths?"
        ),
    ]

    @Test(arguments: broken)
    func saysWhatIsWrongAndWhere(_ json: String, _ path: String, _ code: String, _ hint: String?) throws {
        let failure = try #require(throws: PipelineFailure.self) { try Pipeline.read(Array(json.utf8), file: "p.json") }
        #expect(failure.findings.map(\.field) == [path])
        #expect(failure.findings.map(\.code) == [code])
        if let hint { #expect(failure.findings.first?.hint?.english.contains(hint) == true) }
    }

    @Test func brokenJSONIsToldWithItsLine() throws {
        let failure = try #require(throws: PipelineFailure.self) {
            try Pipeline.read(Array("{\n  // note\n  \"steps\": [}\n".utf8), file: "p.json")
        }
        #expect(failure.place.line == 3)
    }

    @Test func aWholeFileIsRead() throws {
        let text = """
            {
              "$schema": "schema.json", // for editors
              "name": "下发", "description": "…", "template": "issued", "units": "u.csv", "output": "out",
              "inputs": { "paths": ["a", "b/*.csv"], "files-from": "list", "null": true, "extensions": [".CSV"] },
              "findings": { "fail-on": "warning", "then": "stop" }, "jobs": 3, "timeout": 1.5,
              /* two steps */
              "steps": [ { "step": "convert", "to": "xlsx" }, { "step": "validate" }, ],
            }
            """
        let (pipeline, findings) = try Pipeline.read(Array(text.utf8), file: "dir/p.json")
        #expect(findings.isEmpty)
        #expect(pipeline.steps.map(\.name) == ["convert", "validate"])
        #expect(pipeline.inputs.words == ["a", "b/*.csv"] && pipeline.inputs.lists == ["list"])
        #expect(pipeline.inputs.isNullSeparated && pipeline.inputs.extensions == ["csv"])
        #expect(pipeline.failOn == .warning && pipeline.consequence == .stop)
        #expect(pipeline.jobs == 3 && pipeline.timeout == 1.5)
        #expect(pipeline.resolved("x") == "dir/x" && pipeline.resolved("/x") == "/x")
    }

    @Test func everyStepIsDeclared() {
        #expect(Set(PipelineSteps.names).count == PipelineSteps.names.count)
        for step in PipelineSteps.all {
            let names = step.options.map(\.name)
            #expect(Set(names).count == names.count, "\(step.name)")
            #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } }, "\(step.name)")
        }
    }

    @Test func theSchemaHasEveryOption() {
        let schema = PipelineSchema.json
        for step in PipelineSteps.all {
            let properties = schema["$defs"]?[step.name]?["properties"]
            for option in step.options { #expect(properties?[option.name] != nil, "\(step.name).\(option.name)") }
        }
    }

    /// The head of the schema is written by hand: whatever it names is read, and what it does not name is refused.
    @Test func theHeadOfTheSchemaIsWhatIsRead() throws {
        let schema = PipelineSchema.json
        guard case .array(let forms)? = schema["properties"]?["inputs"]?["anyOf"] else { throw Missing(path: "inputs") }
        let heads: [(path: String, properties: JSONValue?)] = [
            ("", schema["properties"]), ("findings", schema["properties"]?["findings"]?["properties"]),
            ("inputs", forms.last?["properties"]),
        ]
        for (path, properties) in heads {
            guard case .object(let members)? = properties else { throw Missing(path: path) }
            for name in members.map(\.name) + ["unheard-of"] {
                let object = #"{"\#(name)": 7}"#
                let text = path.isEmpty ? object : #"{"\#(path)": \#(object)}"#
                let failure = try #require(throws: PipelineFailure.self) {
                    try Pipeline.read(Array(text.utf8), file: "p.json")
                }
                let isUnknown = failure.findings.contains { $0.code == "pipeline-unknown-key" }
                #expect(isUnknown == (name == "unheard-of"), "\(path) \(name)")
            }
        }
    }

    private struct Missing: Error {
        let path: String
    }
}
