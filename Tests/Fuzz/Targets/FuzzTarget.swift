internal import FenjieKit

/// One entrance through which bytes come in that nobody vouches for.
///
/// To add one, write a file beside this one and a line in `FuzzTarget+All.swift`.
public struct FuzzTarget: Sendable {
    /// The name in kebab case; seeds and found inputs stand in folders of this name.
    public let name: String
    private let examine: @Sendable ([UInt8]) throws -> Void

    /// Makes a target.
    ///
    /// - Parameters:
    ///   - name: the name in kebab case.
    ///   - examine: reads the bytes; may throw any ``Failure`` that is no bug, and a ``FuzzFault`` for a broken promise.
    init(_ name: String, examine: @escaping @Sendable ([UInt8]) throws -> Void) {
        self.name = name
        self.examine = examine
    }

    /// Runs one input.
    ///
    /// - Parameter bytes: the input.
    /// - Throws: ``FuzzFault`` where the code breaks a promise; a refusal of the input is none.
    public func run(_ bytes: [UInt8]) throws(FuzzFault) {
        do {
            try examine(bytes)
        } catch let fault as FuzzFault {
            throw fault
        } catch let failure as any Failure {
            guard failure.kind != .bug else { throw FuzzFault("\(name): a bug by its own word: \(failure.message)") }
        } catch {
            throw FuzzFault("\(name): an error that is no Failure: \(error)")
        }
    }
}

/// A promise that the code broke.
public struct FuzzFault: Error {
    /// What was promised.
    public let text: String

    init(_ text: String) { self.text = text }
}

extension [UInt8] {
    /// The first byte, which many targets take as a choice, and the rest as the input proper.
    var choiceAndInput: (choice: Int, input: [UInt8]) { (Int(first ?? 0), Array(dropFirst())) }

    /// The bytes as text; those that are no UTF-8 stand as U+FFFD, so that no input is wasted.
    var text: String { String(decoding: self, as: UTF8.self) }
}
