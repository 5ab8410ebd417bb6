/// The descriptors that ship with the program, as the bytes of the files beside this one.
public enum BuiltInTemplates {
    /// Name and bytes of each descriptor, in the order in which they are listed.
    public static let all: [(name: String, bytes: [UInt8])] = [
        ("issued", PackageResources.issued_json)
    ]
}
