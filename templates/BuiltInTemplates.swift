/// The descriptors that ship with the program, as the bytes of the files beside this one.
public enum BuiltInTemplates {
    /// Name and bytes of each descriptor, in the order in which they are listed.
    public static let all: [(name: String, bytes: [UInt8])] = [
        ("issued", PackageResources.issued_json), ("unit-quarterly", PackageResources.unit_quarterly_json),
        ("unit-monthly", PackageResources.unit_monthly_json), ("ledger", PackageResources.ledger_json),
        ("look-back", PackageResources.look_back_json),
    ]
}
