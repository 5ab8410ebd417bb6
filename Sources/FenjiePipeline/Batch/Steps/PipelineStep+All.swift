/// The steps that a pipeline can have.
public enum PipelineSteps {
    /// All of them, in the order of help.
    public static let all: [any PipelineStep.Type] = [
        ConvertStep.self,
        ValidateStep.self,
        SplitStep.self,
        CollectStep.self,
        ReviewStep.self,
    ]

    /// Their names.
    public static var names: [String] { all.map { $0.name } }

    /// The step of a name.
    static func named(_ name: String) -> (any PipelineStep.Type)? { all.first { $0.name == name } }
}
