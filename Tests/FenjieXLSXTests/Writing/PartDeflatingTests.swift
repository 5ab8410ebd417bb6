internal import CZlib
internal import Dispatch
import FenjieXLSX
internal import Glibc
import Testing

@Suite struct PartDeflatingTests {
    /// Without this, workbooks are whole but take half as long again.
    @Test func theProgramsOwnFunctionsComeBeforeThoseOfZlib() throws {
        let zlib = unsafe dlopen("libz.so.1", RTLD_LAZY)
        for name in ["deflateInit2_", "deflate", "deflateEnd"] {
            let first = unsafe UInt(bitPattern: dlsym(nil, name))
            let behind = unsafe UInt(bitPattern: dlsym(zlib, name))
            #expect(first != behind && first != 0 && behind != 0, "\(name)")
        }
    }

    @Test(arguments: [0, 1, 100, 65_536, 300_000], [1, 7, 4_096, 1 << 19])
    func whatIsDeflatedInsideInflatesAgain(_ count: Int, _ room: Int) throws {
        for isRandom in [false, true] {
            let plain = (0..<count).map { isRandom ? UInt8.random(in: 0...255) : UInt8($0 % 251) }
            let deflated = try #require(
                PartDeflating.run { Self.deflate(plain, level: 6, windowBits: -15, room: room) })
            #expect(Self.inflate(deflated, count: count) == plain, "\(isRandom)")
        }
    }

    @Test func streamsOfOthersStayWithZlib() throws {
        let plain = [UInt8](repeating: 7, count: 10_000)
        // Level 0 stores; ISA-L would make this some dozen bytes.
        let outside = try #require(Self.deflate(plain, level: 0, windowBits: -15, room: 4_096))
        #expect(outside.count > 10_000)
        // A header of gzip is nothing that minizip asks for.
        let wrapped = try #require(PartDeflating.run { Self.deflate(plain, level: 6, windowBits: 31, room: 4_096) })
        #expect(wrapped.starts(with: [0x1F, 0x8B]))
        let inside = try #require(PartDeflating.run { Self.deflate(plain, level: 0, windowBits: -15, room: 4_096) })
        #expect(inside.count < 200)
        let elsewhere = PartDeflating.run {
            let group = DispatchGroup()
            let queue = DispatchQueue(label: "test.deflating")
            let count = Box()
            queue.async(group: group) {
                count.value = Self.deflate(plain, level: 0, windowBits: -15, room: 4_096)?.count ?? 0
            }
            group.wait()
            return count.value
        }
        #expect(elsewhere > 10_000)
    }

    @Test func aStreamThatIsNoneIsRefused() {
        let (ended, stepped) = (deflateEnd(nil), CZlib.deflate(nil, Z_FINISH))
        #expect(ended == Z_STREAM_ERROR && stepped == Z_STREAM_ERROR)
    }

    private final class Box: @unchecked Sendable {
        var value = 0
    }

    /// What zlib's functions make of bytes when there is only so much room for each step.
    private static func deflate(_ plain: [UInt8], level: Int32, windowBits: Int32, room: Int) -> [UInt8]? {
        var stream = unsafe z_stream()
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard
            unsafe deflateInit2_(&stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
                == Z_OK
        else { return nil }
        var input = plain
        var result: [UInt8] = []
        var step = [UInt8](repeating: 0, count: room)
        let end = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            // In two halves, as minizip gives a part piece by piece.
            unsafe stream.avail_in = UInt32(input.count / 2)
            var flush = Z_NO_FLUSH
            while true {
                let (status, made) = unsafe step.withUnsafeMutableBufferPointer { step in
                    unsafe stream.next_out = step.baseAddress
                    unsafe stream.avail_out = UInt32(step.count)
                    let status = unsafe CZlib.deflate(&stream, flush)
                    return (status, step.count - Int(unsafe stream.avail_out))
                }
                result += step.prefix(made)
                if status == Z_STREAM_END { return status }
                if unsafe stream.avail_in == 0, flush == Z_NO_FLUSH, made < room {
                    unsafe stream.avail_in = UInt32(input.count - input.count / 2)
                    flush = Z_FINISH
                } else if status != Z_OK {
                    return status
                }
            }
        }
        let (read, written, ended) = unsafe (stream.total_in, stream.total_out, deflateEnd(&stream))
        #expect(read == UInt(plain.count) && written == UInt(result.count) && ended == Z_OK)
        return end == Z_STREAM_END ? result : nil
    }

    private static func inflate(_ deflated: [UInt8], count: Int) -> [UInt8]? {
        var stream = unsafe z_stream()
        guard unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { unsafe _ = inflateEnd(&stream) }
        var input = deflated
        var result = [UInt8](repeating: 0, count: count + 1)
        let isWhole = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe result.withUnsafeMutableBufferPointer { output in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                return unsafe CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0
            }
        }
        return unsafe isWhole && stream.total_out == UInt(count) ? Array(result.prefix(count)) : nil
    }
}
