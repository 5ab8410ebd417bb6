internal import FenjiePipeline

/// The options of verbs that write tables as CSV.
enum WritingFlags {
    static let guardFormulas = Flag(.guardFormulas)
}
