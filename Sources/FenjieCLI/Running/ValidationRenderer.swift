internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// Reports about one input of a pipeline, as those of `validate`.
struct ValidationRenderer: ReportRenderer {
    func page(_ validation: Validation, language: Language) -> String {
        ValidationPage([validation], failures: [], language: language).text
    }

    func json(_ validation: Validation, language: Language) -> String {
        let log = FindingLog()
        log.add(validation.findings)
        return FindingReport.json(log, language: language).text(indent: 2) + "\n"
    }
}
