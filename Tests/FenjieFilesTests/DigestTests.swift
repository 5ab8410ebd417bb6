import FenjieFiles
import Testing

@Suite struct DigestTests {
    // FIPS 180-4 examples and RFC 4648, section 10 for the alphabet.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "4OYMIQUY7QOBJGX36TEJS35ZEQT24QPE"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYND"),
        ("任务", "5253040db8643c857d0bd7823551422f0c2f91855d0d3656b4efd8b30b3edb95", "KJJQIDNYMQ6IK7IL26BDKUKCF4GC7EMF"),
    ])
    func `Known texts have known digests`(text: String, hexadecimal: String, base32: String) {
        let digest = Digest(of: text)
        #expect(digest.description == hexadecimal)
        #expect(digest.base32(32) == base32)
        #expect(digest.base32(51).hasPrefix(base32))
        #expect(digest.base32(0).isEmpty)
    }

    @Test func `Parts give the digest of the whole, again and again`() {
        var hasher = DigestHasher()
        for _ in 0..<3 {
            for part in ["a", "", "b", "c"] { hasher.update(Array(part.utf8).span) }
            #expect(hasher.finish() == Digest(of: "abc"))
        }
        #expect(hasher.finish() == Digest(of: ""))
    }
}
