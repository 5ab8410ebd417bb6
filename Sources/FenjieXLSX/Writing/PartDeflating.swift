internal import CZlib
internal import Glibc

/// Lets ISA-L deflate the parts of a workbook where libxlsxwriter would have zlib do it.
///
/// libxlsxwriter hands each part to minizip, and minizip to zlib's `deflate` at level 6; neither lets another level be chosen,
/// and half of the time of a workbook goes there. The three functions below have the names of zlib's. A program's own functions
/// come before those of the libraries it loads (ELF symbol interposition, as replacements of `malloc` use it), so minizip
/// calls these. They treat only streams that are opened inside ``run(_:)`` on the same thread, and pass on every
/// other one. Where a program is linked so that they do not come first, zlib does the work; nothing but time and size changes.
package enum PartDeflating {
    /// `nil` where the process has no key left; zlib does the work then.
    private static let isOn: pthread_key_t? = {
        var key = pthread_key_t()
        return unsafe pthread_key_create(&key, nil) == 0 ? key : nil
    }()

    /// The address that the streams of this file have in `opaque`, which zlib leaves to those who bring memory functions
    /// of their own.
    private static let mark = UInt(bitPattern: UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))

    /// Runs something that writes a workbook.
    ///
    /// - Parameter body: opens streams on this thread; those of other threads stay with zlib.
    /// - Returns: what `body` returns.
    package static func run<Result>(_ body: () -> Result) -> Result {
        guard let isOn else { return body() }
        unsafe pthread_setspecific(isOn, UnsafeRawPointer(bitPattern: mark))
        defer { pthread_setspecific(isOn, nil) }
        return body()
    }

    /// Whether streams that this thread opens are ours.
    fileprivate static var isRunning: Bool { unsafe isOn.flatMap { unsafe pthread_getspecific($0) } != nil }

    /// The function behind ours with this name.
    fileprivate static func next<Function>(_ name: String, as type: Function.Type) -> Function? {
        // RTLD_NEXT, which is a cast and so does not come through from C.
        let following = unsafe UnsafeMutableRawPointer(bitPattern: -1)
        return unsafe dlsym(following, name).map { unsafe unsafeBitCast($0, to: type) }
    }

    fileprivate static func isOurs(_ stream: UnsafeMutablePointer<z_stream>) -> Bool {
        unsafe UInt(bitPattern: stream.pointee.opaque) == mark
    }

    /// Makes a stream ours.
    fileprivate static func take(_ stream: UnsafeMutablePointer<z_stream>) {
        unsafe stream.pointee.opaque = UnsafeMutableRawPointer(bitPattern: mark)
        unsafe stream.pointee.state = OpaquePointer(Unmanaged.passRetained(Deflater()).toOpaque())
    }
}

private typealias Begin =
    @convention(c) (
        UnsafeMutableRawPointer?, Int32, Int32, Int32, Int32, Int32, UnsafePointer<CChar>?, Int32
    ) -> Int32
private typealias Step = @convention(c) (UnsafeMutableRawPointer?, Int32) -> Int32
private typealias End = @convention(c) (UnsafeMutableRawPointer?) -> Int32

private let zlibBegin = unsafe PartDeflating.next("deflateInit2_", as: Begin.self)
private let zlibStep = unsafe PartDeflating.next("deflate", as: Step.self)
private let zlibEnd = unsafe PartDeflating.next("deflateEnd", as: End.self)

/// `deflateInit2_` of zlib: opens a stream.
@c(deflateInit2_)
package func beginDeflating(
    _ stream: UnsafeMutableRawPointer?, _ level: Int32, _ method: Int32, _ windowBits: Int32, _ memoryLevel: Int32,
    _ strategy: Int32, _ version: UnsafePointer<CChar>?, _ size: Int32
) -> Int32 {
    // A negative width asks for bare deflated data, as ZIP has them.
    guard PartDeflating.isRunning, windowBits < 0, let stream = unsafe stream?.assumingMemoryBound(to: z_stream.self)
    else {
        return unsafe zlibBegin?(stream, level, method, windowBits, memoryLevel, strategy, version, size)
            ?? Z_STREAM_ERROR
    }
    unsafe PartDeflating.take(stream)
    unsafe stream.pointee.total_in = 0
    unsafe stream.pointee.total_out = 0
    unsafe stream.pointee.data_type = Z_UNKNOWN
    return Z_OK
}

/// `deflate` of zlib: deflates what there is, or what there is room for.
@c(deflate)
package func deflateStep(_ stream: UnsafeMutableRawPointer?, _ flush: Int32) -> Int32 {
    guard let own = unsafe stream?.assumingMemoryBound(to: z_stream.self), unsafe PartDeflating.isOurs(own),
        let state = unsafe own.pointee.state
    else { return unsafe zlibStep?(stream, flush) ?? Z_STREAM_ERROR }
    let deflater = unsafe Unmanaged<Deflater>.fromOpaque(UnsafeRawPointer(state)).takeUnretainedValue()
    let (input, room) = unsafe (own.pointee.avail_in, own.pointee.avail_out)
    let isAtEnd = unsafe deflater.step(
        &own.pointee.next_in, &own.pointee.avail_in, &own.pointee.next_out, &own.pointee.avail_out,
        isLast: flush == Z_FINISH)
    unsafe own.pointee.total_in += UInt(input - own.pointee.avail_in)
    unsafe own.pointee.total_out += UInt(room - own.pointee.avail_out)
    return isAtEnd ? Z_STREAM_END : Z_OK
}

/// `deflateEnd` of zlib: closes a stream.
@c(deflateEnd)
package func endDeflating(_ stream: UnsafeMutableRawPointer?) -> Int32 {
    guard let own = unsafe stream?.assumingMemoryBound(to: z_stream.self), unsafe PartDeflating.isOurs(own),
        let state = unsafe own.pointee.state
    else { return unsafe zlibEnd?(stream) ?? Z_STREAM_ERROR }
    unsafe Unmanaged<Deflater>.fromOpaque(UnsafeRawPointer(state)).release()
    unsafe own.pointee.state = nil
    unsafe own.pointee.opaque = nil
    return Z_OK
}
