/// What the program calls itself.
package enum Product {
    /// The name of the command.
    package static let name = "fenjie"
    /// The version of this source.
    package static let version = "0.1.0"
    /// The one line that `--version` prints.
    package static let versionLine = "\(name) \(version)"
}
