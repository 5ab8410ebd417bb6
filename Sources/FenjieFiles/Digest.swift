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
    private let context: OpaquePointer
    private let method: OpaquePointer

    /// A hasher that has seen nothing.
    public init() {
        // Fetched once: looking the method up costs more than hashing a row does.
        guard let context = unsafe EVP_MD_CTX_new(), let method = unsafe EVP_MD_fetch(nil, "SHA256", nil) else {
            // Without memory, or with a system library that has no SHA-256, nothing could be proved any more.
            fatalError("libcrypto has no SHA-256")
        }
        unsafe self.context = context
        unsafe self.method = method
        start()
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
        unsafe EVP_MD_free(method)
    }

    /// Adds bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { storage in
            _ = unsafe EVP_DigestUpdate(context, storage.baseAddress, storage.count)
        }
    }

    /// Ends this digest and begins the next.
    ///
    /// - Returns: the digest of all bytes since the last one.
    public mutating func finish() -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        unsafe bytes.withUnsafeMutableBufferPointer { storage in
            var length: UInt32 = 0
            _ = unsafe EVP_DigestFinal_ex(context, storage.baseAddress, &length)
        }
        start()
        return Digest(bytes: bytes)
    }

    private func start() { _ = unsafe EVP_DigestInit_ex(context, method, nil) }
}
