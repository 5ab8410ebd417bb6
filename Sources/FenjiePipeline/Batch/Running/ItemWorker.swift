internal import FenjieFiles
internal import FenjieModel

/// Works on one input after the other; several threads share it.
struct ItemWorker: Sendable {
    let batch: BatchSetup
    let manifest: ManifestProof
    let created: CreatedFolders
    /// Workers for the steps within one input.
    let inner: Workers

    /// Reads an input and takes it through the steps.
    func prepare(_ item: BatchItem) -> PreparedItem {
        var prepared = PreparedItem(entry: batch.entry(for: item.input))
        if let failure = item.failure {
            guard isOurs(Digest(of: item.input.relativePath)) else { return elsewhere(&prepared) }
            prepared.fail(failure, at: item.input.path)
            return prepared
        }
        do {
            let reading = try ItemReading(path: item.input.path)
            guard isOurs(reading.digest) else { return elsewhere(&prepared) }
            prepared.digest = reading.digest
            prepared.entry.digest = reading.digest.description
            prepared.entry.size = reading.size
            if batch.options.resumes, let entry = manifest.proof(of: prepared.entry) {
                prepared.kind = .proven
                prepared.entry = entry
                return prepared
            }
            try work(reading, item.input, &prepared)
            try reading.checkUnchanged()
        } catch let failure as FileFailure where prepared.digest == nil {
            guard isOurs(Digest(of: item.input.relativePath)) else { return elsewhere(&prepared) }
            prepared.fail(failure, at: item.input.path)
        } catch {
            prepared.fail(error, at: item.input.path)
        }
        return prepared
    }

    private func work(_ reading: ItemReading, _ input: Input, _ prepared: inout PreparedItem) throws {
        let outputs = StepOutputs(folder: batch.options.output, created: created)
        let item = StepItem(file: reading.file, input: input, workers: inner)
        for (index, step) in batch.itemSteps.enumerated() {
            let findings = try step.run(item, outputs)
            prepared.findings += findings
            guard batch.holds(findings) else { continue }
            if batch.consequence == .stop { prepared.stop = .finding }
            // What is left out of the steps with all inputs is held too.
            if index + 1 < batch.itemSteps.count || !batch.wholeSteps.isEmpty { prepared.entry.status = .held }
            break
        }
        prepared.outputs = outputs.take()
    }

    private func isOurs(_ digest: Digest) -> Bool { batch.options.shard?.contains(digest) ?? true }

    private func elsewhere(_ prepared: inout PreparedItem) -> PreparedItem {
        prepared.kind = .elsewhere
        return prepared
    }
}
