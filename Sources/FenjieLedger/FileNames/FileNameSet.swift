/// The names of the files of one folder; no two of them are the same file on any system.
public struct FileNameSet: Sendable {
    private var taken: Set<String> = []
    /// The number that the next file of a name takes, so that ten thousand files of one name stay linear.
    private var next: [String: Int] = [:]

    /// An empty folder, but for these names.
    ///
    /// - Parameter reserved: names with their extensions that are not to be given away.
    public init(reserving reserved: [String] = []) {
        for name in reserved { taken.insert(SafeFileName.key(name)) }
    }

    /// Takes a name of its own for a file.
    ///
    /// - Parameters:
    ///   - stem: the name as wished, without extension; anything at all.
    ///   - fileExtension: the extension with its dot.
    /// - Returns: a plain name in the folder, with a number in brackets where the name was taken.
    public mutating func insert(stem: String, fileExtension: String) -> String {
        let plain = SafeFileName.name(stem, fileExtension: fileExtension)
        let key = SafeFileName.key(plain)
        if taken.insert(key).inserted { return plain }
        var number = next[key] ?? 2
        while true {
            let name = SafeFileName.name(stem, suffix: "(\(number))", fileExtension: fileExtension)
            number += 1
            if taken.insert(SafeFileName.key(name)).inserted {
                next[key] = number
                return name
            }
        }
    }
}
