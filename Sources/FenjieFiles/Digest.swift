internal import CCrypto

/// The SHA-256 of some bytes, FIPS 180-4.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The digest of bytes that are in memory.
    public init(of bytes: Span<UInt8>) {
        var hasher = DigestHasher()
        hasher.update(bytes)
        self = hasher.finish()
    }

    /// The digest of a text as UTF-8.
    public init(of text: String) { self.init(of: Array(text.utf8).span) }

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    /// The digest in hexadecimal, lower case.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The first characters of the digest in base 32 (RFC 4648, section 6).
    ///
    /// - Parameter count: how many, at most 51; each stands for five bits.
    /// - Returns: capital letters and the digits 2 to 7.
    public func base32(_ count: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var letters: [UInt8] = []
        letters.reserveCapacity(count)
        for index in 0..<min(max(count, 0), 51) {
            let bit = index * 5
            let pair = UInt16(bytes[bit / 8]) << 8 | UInt16(bit / 8 + 1 < bytes.count ? bytes[bit / 8 + 1] : 0)
            letters.append(alphabet[Int(pair >> UInt16(11 - bit % 8)) & 31])
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// Takes bytes part by part and gives their digest; it can be used again afterwards.
@safe
public struct DigestHasher: ~Copyable {
    private var context = SHA256_CTX()

    /// A hasher that has seen nothing.
    public init() { _ = unsafe SHA256_Init(&context) }

    /// Adds bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { storage in
            _ = unsafe SHA256_Update(&context, storage.baseAddress, storage.count)
        }
    }

    /// Ends this digest and begins the next.
    ///
    /// - Returns: the digest of all bytes since the last one.
    public mutating func finish() -> Digest {
        var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = unsafe SHA256_Final(&bytes, &context)
        _ = unsafe SHA256_Init(&context)
        return Digest(bytes: bytes)
    }
}
