package import FenjieText
internal import FoundationEssentials

/// Reads JSON text into values, by the decoder of the toolchain.
package enum JSONDecoding {
    /// Reads a whole JSON text; comments and trailing commas (JSON5) are taken where `allowsComments`.
    ///
    /// - Throws: a description of what is wrong.
    package static func value(of bytes: [UInt8], allowsComments: Bool = false) throws(JSONProblem) -> JSONNode {
        // The decoder guesses at other encodings, and ends the process where a text is cut inside a character.
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
            throw JSONProblem(text: "the text is not UTF-8")
        }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = allowsComments
        do {
            return try decoder.decode(JSONNode.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw JSONProblem(text: Self.describe(error))
        } catch {
            throw JSONProblem(text: "\(error)")
        }
    }

    private static func describe(_ error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context): context.underlyingError.map { "\($0)" } ?? context.debugDescription
        default: "\(error)"
        }
    }
}

/// What the decoder says of a text that is no JSON.
package struct JSONProblem: Error {
    package let text: String
}

/// A JSON value as read; the order of members is not kept.
package enum JSONNode: Sendable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([String: JSONNode])

    package init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? single.decode(Double.self) {
            self = .number(value)
        } else if let value = try? single.decode(String.self) {
            self = .string(value)
        } else if let value = try? single.decode([JSONNode].self) {
            self = .array(value)
        } else {
            self = .object(try single.decode([String: JSONNode].self))
        }
    }

    /// The same value, without the order of members.
    package init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .number(Double(value))
        case .number(let value): self = .number(value)
        case .string(let value): self = .string(value)
        case .array(let items): self = .array(items.map(JSONNode.init))
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.name, JSONNode($0.value)) }) { $1 })
        }
    }

    /// What kind of value it is, in words.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
