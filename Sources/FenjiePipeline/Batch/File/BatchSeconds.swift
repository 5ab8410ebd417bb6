/// The lengths of time that a batch can be told, on the command line and in its file.
public enum BatchSeconds {
    /// What they stay below: some thirty years, which the clock can count.
    public static let limit = 1e9

    /// Whether a number of seconds is more than nothing and can be counted.
    public static func contains(_ seconds: Double) -> Bool { seconds > 0 && seconds < limit }

    /// The length of time, or the nearest that can be counted.
    static func duration(_ seconds: Double) -> Duration { .seconds(seconds > 0 ? min(seconds, limit) : 0) }
}
