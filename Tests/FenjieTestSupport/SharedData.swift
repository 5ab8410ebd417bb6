internal import Glibc

/// Test data that is shared between checkouts and may be absent.
///
/// Tests that use it carry `.enabled(if: SharedData.isPresent, SharedData.reason)`, so that a run without it says so.
public enum SharedData {
    /// What a skipped test says.
    public static let reason = "skipped: the shared test data is not beside this checkout"

    /// The folder, or `nil` where it is absent.
    public static let folder: String? = {
        let path = Checkout.root + "/../shared"
        return unsafe access(path + "/seeds", R_OK) == 0 ? path : nil
    }()

    /// Whether the folder is there.
    public static var isPresent: Bool { folder != nil }

    /// The path of a file inside the folder.
    public static func path(_ name: String) -> String { (folder ?? "") + "/" + name }
}

/// The checkout that the tests were built from.
public enum Checkout {
    /// Its top folder, found from the place of this file.
    public static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()
}
