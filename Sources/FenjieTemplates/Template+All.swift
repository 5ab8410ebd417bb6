internal import FenjieModel
internal import FenjieTemplateFiles
internal import FenjieText

extension Template {
    /// The names of the templates that ship with the program.
    public static var builtInNames: [String] { BuiltInTemplates.all.map(\.name) }

    /// The text of a template that ships with the program.
    ///
    /// - Parameter name: one of ``builtInNames``.
    /// - Returns: the descriptor as UTF-8, or `nil` for any other name.
    public static func builtInDescriptor(_ name: String) -> [UInt8]? {
        BuiltInTemplates.all.first { $0.name == name }?.bytes
    }

    /// A template that ships with the program.
    ///
    /// - Parameter name: one of ``builtInNames``.
    /// - Throws: ``TemplateFailure`` naming the nearest template where there is none of this name.
    public init(builtIn name: String) throws(TemplateFailure) {
        guard let descriptor = Self.builtInDescriptor(name) else {
            throw TemplateFailure(
                file: name, Message("没有名为 \(name) 的模板", "there is no template called \(name)"),
                hint: NearestNames.hint(for: name, among: Self.builtInNames))
        }
        try self.init(descriptor: descriptor, file: name)
    }
}
