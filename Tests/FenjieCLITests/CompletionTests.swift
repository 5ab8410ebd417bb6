import FenjieCLI
import FenjieModel
import FenjieTestSupport
import Testing

@Suite struct CompletionTests {
    /// What bash offers at the end of a command line whose words are given.
    private func offers(_ words: [String]) throws -> [String] {
        let work = Workdir()
        try work.write(CompletionShell.bash.script(for: Commands.all, language: .english), to: "completion")
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let script = """
            set -eu
            bash -n completion
            source ./completion
            COMP_WORDS=(\(quoted)) COMP_CWORD=\(words.count - 1)
            _fenjie
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.status == 0, "\(outcome.errorText)")
        return outcome.outputText.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        (["fenjie", "comp"], ["completion"]),
        (["fenjie", "-q", "comp"], ["completion"]),
        (["fenjie", "--color", "never", "comp"], ["completion"]),
        (["fenjie", "completion", "z"], ["zsh"]),
        (["fenjie", "completion", "--co"], ["--color"]),
        (["fenjie", "completion", "--color", "al"], ["always"]),
        (["fenjie", "completion", "--color", "=", "n"], ["never"]),
        (["fenjie", "completion", "--color", "="], ["auto", "always", "never"]),
        (["fenjie", "nonsense", ""], []),
        (["fenjie", "--vers"], ["--version"]),
    ])
    func bashOffers(_ words: [String], _ expected: [String]) throws {
        #expect(try offers(words) == expected)
    }

    @Test func bashOffersEveryVerb() throws {
        #expect(try offers(["fenjie", ""]).starts(with: Commands.all.map { $0.name }))
    }

    @Test(arguments: CompletionShell.allCases)
    func everyOptionIsInEveryScript(_ shell: CompletionShell) {
        let script = shell.script(for: Commands.all, language: .chinese)
        for option in Commands.all.flatMap({ $0.allOptions }) {
            #expect(script.contains(shell == .fish ? "-l \(option.name)" : "--\(option.name)"))
        }
    }
}
