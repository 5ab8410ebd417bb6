import FenjieCLI
import FenjieModel
import Testing

/// What holds for every verb of the registry.
@Suite struct CommandsTests {
    @Test func namesAreUniqueAndInKebabCase() {
        let names = Commands.all.map { $0.name }
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
    }

    @Test func optionsOfAVerbDoNotClash() {
        for command in Commands.all {
            let spellings = command.allOptions.flatMap(\.spellings)
            #expect(Set(spellings).count == spellings.count, "\(command.name)")
            for option in command.allOptions {
                #expect(option.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(command.name) --\(option.name)")
            }
        }
    }

    @Test func everythingIsSaidInBothLanguages() {
        for command in Commands.all {
            let texts = [command.summary] + command.discussion + command.allOptions.map(\.help)
            for text in texts + command.examples.map(\.meaning) {
                #expect(!text.chinese.isEmpty && !text.english.isEmpty, "\(command.name)")
                #expect(text.chinese != text.english, "\(command.name): \(text.english)")
            }
            #expect(command.operands.chinese.isEmpty == command.operands.english.isEmpty)
        }
    }

    @Test func examplesParse() throws {
        for command in Commands.all {
            for example in command.examples {
                guard let start = example.line.range(of: "fenjie \(command.name)") else {
                    Issue.record("\(example.line) does not use \(command.name)")
                    continue
                }
                let words = example.line[start.upperBound...].split { [" ", "(", ")", "|", ">", "<"].contains($0) }
                let own = words.map { $0.filter { $0 != "'" && $0 != "\"" } }
                _ = try ParsedArguments(parsing: own, options: command.allOptions)
            }
        }
    }
}

extension String {
    /// The first place of a text, without Foundation.
    fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
