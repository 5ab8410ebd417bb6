internal import FuzzEntrances
internal import Glibc

// What libFuzzer calls. One program holds all targets; FENJIE_FUZZ_TARGET names the one to run.

private let chosen: FuzzTarget = {
    let name = unsafe getenv("FENJIE_FUZZ_TARGET").flatMap { unsafe String(validatingCString: $0) } ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        say("FENJIE_FUZZ_TARGET must be one of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
        exit(2)
    }
    return target
}()

/// Runs one input; a fault ends the process, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func runInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    do {
        try chosen.run(unsafe Array(UnsafeBufferPointer(start: data, count: size)))
    } catch {
        say(error.text)
        abort()
    }
    return 0
}

private func say(_ text: String) {
    let line = Array("\(text)\n".utf8)
    _ = unsafe write(STDERR_FILENO, line, line.count)
}
