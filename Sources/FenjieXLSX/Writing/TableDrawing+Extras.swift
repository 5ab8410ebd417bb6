internal import CXLSXWriter
internal import FenjieModel

extension TableDrawing {
    func drawLinks(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {}
    func drawNotes() throws(WorkbookWritingFailure) {}
    func addChoices() throws(WorkbookWritingFailure) {}
    func addRules(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {}
    func addCharts(with workbook: borrowing WorkbookHandle) throws(WorkbookWritingFailure) {}
    var chartEndRow: Int { plan.endRow }
}
