internal import FenjieKit

extension FuzzTarget {
    /// Encodings: where windows end changes nothing.
    static let encodings = FuzzTarget("encodings") { bytes in
        let (choice, input) = bytes.choiceAndInput
        let encodings = TextEncoding.allCases
        let encoding = choice % 8 < encodings.count ? encodings[choice % 8] : nil
        let file = InputFile(bytes: input, name: "input")
        let whole = try? decoded(file, encoding, windowSize: TextInput.standardWindowSize)
        let parts = try? decoded(file, encoding, windowSize: 64 + choice / 8)
        guard whole == parts else { throw FuzzFault("encodings: the size of the window changes the text") }
        if let whole, String(validating: whole, as: UTF8.self) == nil {
            throw FuzzFault("encodings: the decoded text is no UTF-8")
        }
    }

    private static func decoded(_ file: InputFile, _ encoding: TextEncoding?, windowSize: Int) throws -> [UInt8] {
        let input = try TextInput(file, encoding: encoding, windowSize: windowSize)
        var text: [UInt8] = []
        var window: [UInt8] = []
        while try input.read(into: &window) { text += window }
        return text
    }
}
