/// Headings of one table, told apart where the source has the same one twice.
struct UniqueHeadings {
    private var counts: [String: Int] = [:]

    /// The heading, with a figure behind it where it is in use: 备注（2）.
    mutating func unused(_ heading: String) -> String {
        guard counts[heading] != nil else {
            counts[heading] = 1
            return heading
        }
        while true {
            let count = counts[heading, default: 1] + 1
            counts[heading] = count
            let name = "\(heading)（\(count)）"
            guard counts[name] == nil else { continue }
            counts[name] = 1
            return name
        }
    }
}
