internal import CXLSXWriter
internal import FenjieModel
internal import Glibc

/// The one owner of a libxlsxwriter workbook.
///
/// Safe because no pointer leaves the room, and handles to sheets and formats are used only while this one is open.
/// Formats are made once for each look. A handle that is dropped without `close` writes nothing.
@safe struct WorkbookHandle: ~Copyable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var isOpen = true
    /// Seconds since 1970.
    private var created = Self.fixedDate
    private var formats: [CellStyle: FormatHandle] = [:]
    private var toneFormats: [Tone: FormatHandle] = [:]
    /// A date that never changes, in seconds since 1970: 2020-01-01.
    private static let fixedDate = 1_577_836_800

    /// Prepares a workbook; nothing is written before `close`.
    init(path: String, temporaryFolder: String) throws(WorkbookWritingFailure) {
        let opened = unsafe temporaryFolder.withCString { folder in
            // The library keeps a copy of both strings.
            var options = unsafe lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return unsafe workbook_new_opt(path, &options)
        }
        guard let workbook = unsafe opened else { throw .outOfMemory }
        unsafe self.workbook = unsafe workbook
        // The first format is that of untouched cells; its font is also what column widths are measured in. One that
        // Chinese offices have keeps text and columns in proportion, whatever stands in for it elsewhere.
        if let plain = unsafe workbook.pointee.formats.pointee.stqh_first {
            unsafe CellStyle.setFont(of: plain, name: CellStyle.bodyFont, size: FontSizes.body)
        }
    }

    deinit {
        if isOpen { unsafe lxw_workbook_free(workbook) }
    }

    /// Adds a sheet under a name that is known to be allowed.
    func addSheet(_ name: String) throws(WorkbookWritingFailure) -> WorksheetHandle {
        guard let sheet = unsafe workbook_add_worksheet(workbook, name) else { throw .outOfMemory }
        return unsafe WorksheetHandle(sheet, name: name)
    }

    /// The format for a look.
    mutating func format(_ style: CellStyle) throws(WorkbookWritingFailure) -> FormatHandle {
        if let known = formats[style] { return known }
        guard let format = unsafe workbook_add_format(workbook) else { throw .outOfMemory }
        unsafe style.apply(to: format)
        let handle = unsafe FormatHandle(format)
        formats[style] = handle
        return handle
    }

    /// The format that a rule lays over cells.
    mutating func format(_ tone: Tone) throws(WorkbookWritingFailure) -> FormatHandle {
        if let known = toneFormats[tone] { return known }
        guard let format = unsafe workbook_add_format(workbook) else { throw .outOfMemory }
        unsafe format_set_bg_color(format, tone.background)
        unsafe format_set_font_color(format, tone.foreground)
        let handle = unsafe FormatHandle(format)
        toneFormats[tone] = handle
        return handle
    }

    /// Adds a chart, to be placed on a sheet.
    func addChart(_ type: UInt8) throws(WorkbookWritingFailure) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = unsafe workbook_add_chart(workbook, type) else { throw .outOfMemory }
        return unsafe chart
    }

    /// Writes the document properties.
    mutating func setProperties(_ properties: DocumentProperties) throws(WorkbookWritingFailure) {
        let limit = DocumentProperties.lengthLimit
        var strings = CStrings()
        var fields = unsafe lxw_doc_properties()
        unsafe fields.title = try strings.add(checked(properties.title))
        unsafe fields.subject = try strings.add(checked(properties.subject))
        unsafe fields.author = try strings.add(checked(properties.author))
        unsafe fields.company = try strings.add(checked(properties.company))
        unsafe fields.keywords = try strings.add(checked(properties.keywords))
        unsafe fields.comments = try strings.add(checked(properties.comments))
        created = properties.created ?? Self.fixedDate
        unsafe fields.created = created
        unsafe try check(workbook_set_properties(workbook, &fields))
        for property in properties.custom {
            let name = try CellText.checked(property.name, limit: limit, at: Place())
            let value = try CellText.checked(property.value, limit: limit, at: Place())
            guard !name.isEmpty, !value.isEmpty else { throw .emptyProperty(property.name) }
            try unsafe check(workbook_set_custom_property_string(workbook, name, value))
        }
    }

    /// A text that only describes the file; what it says stands whole on a sheet, so that its beginning is enough.
    private func checked(_ text: String) throws(WorkbookWritingFailure) -> String {
        try CellText.checked(
            CellText.beginning(of: text, limit: DocumentProperties.lengthLimit), limit: DocumentProperties.lengthLimit,
            at: Place())
    }

    /// Writes the file and releases everything.
    consuming func close() throws(WorkbookWritingFailure) {
        isOpen = false
        CreationDate.enter(created)
        defer { CreationDate.leave() }
        errno = 0
        let (result, code) = PartDeflating.run { (unsafe workbook_close(workbook), errno) }
        if let failure = WorkbookWritingFailure(result, code: code, at: Place()) { throw failure }
    }

    private func check(_ result: lxw_error) throws(WorkbookWritingFailure) {
        if let failure = WorkbookWritingFailure(result, code: errno, at: Place()) { throw failure }
    }
}

/// A format of a workbook under way; valid as long as its ``WorkbookHandle``.
@safe struct FormatHandle {
    let pointer: UnsafeMutablePointer<lxw_format>

    init(_ pointer: UnsafeMutablePointer<lxw_format>) { unsafe self.pointer = unsafe pointer }
}

/// Strings in the form that C structures point to, for as long as the value lives.
@safe struct CStrings: ~Copyable {
    private var copies: [UnsafeMutablePointer<CChar>] = unsafe []

    deinit {
        for index in unsafe copies.indices { unsafe free(copies[index]) }
    }

    /// A pointer to a copy; `nil` for empty text.
    mutating func add(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard !text.isEmpty, let copy = unsafe strdup(text) else { return nil }
        unsafe copies.append(copy)
        return unsafe copy
    }
}

extension WorkbookWritingFailure {
    /// A custom property without a name or a value.
    static func emptyProperty(_ name: String) -> WorkbookWritingFailure {
        WorkbookWritingFailure(
            .reference, .bug, at: Place(),
            Message("文档属性“\(name)”没有名称或内容", "the document property “\(name)” has no name or no value"))
    }

    /// No memory is left.
    static var outOfMemory: WorkbookWritingFailure {
        WorkbookWritingFailure(
            .system, at: Place(), Message("内存不足，未写出该文件", "out of memory; the file was not written"),
            hint: Message("请关闭其他程序，或拆分后再写", "close other programs, or split the table"))
    }
}
