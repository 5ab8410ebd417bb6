internal import Glibc

/// Variables of the environment.
public enum ProcessEnvironment {
    /// The values of some variables; those that are not set are left out.
    public static func values(of names: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for name in names {
            if let value = unsafe getenv(name) { values[name] = unsafe String(cString: value) }
        }
        return values
    }
}
