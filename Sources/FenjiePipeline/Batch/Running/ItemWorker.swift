internal import FenjieFiles
internal import FenjieModel

/// Works on one input after the other; several threads share it.
struct ItemWorker: Sendable {
    let steps: [any ItemStep]
    let manifest: ManifestProof
    let options: BatchOptions
    let consequence: Pipeline.Consequence
    let threshold: Pipeline.Threshold
    let fingerprint: String
    let created: CreatedFolders
    let hasWholeSteps: Bool
    /// Workers for the steps within one input.
    let inner: Workers

    /// Reads an input and takes it through the steps.
    func prepare(_ item: BatchItem) -> PreparedItem {
        var prepared = PreparedItem(
            entry: ManifestEntry(
                input: item.input.path, name: item.input.relativePath, options: fingerprint, version: options.version))
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
            if options.resumes, let entry = manifest.proof(of: prepared.entry) {
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
        let outputs = StepOutputs(folder: options.output, created: created)
        let item = StepItem(file: reading.file, input: input, workers: inner)
        for (index, step) in steps.enumerated() {
            let findings = try step.run(item, outputs)
            prepared.findings += findings
            guard consequence != .continue, findings.contains(where: { threshold.includes($0.severity) }) else {
                continue
            }
            if consequence == .stop { prepared.stop = .finding }
            // What is left out of the steps with all inputs is held too.
            if index + 1 < steps.count || hasWholeSteps { prepared.entry.status = .held }
            break
        }
        prepared.outputs = outputs.take()
    }

    private func isOurs(_ digest: Digest) -> Bool { options.shard?.contains(digest) ?? true }

    private func elsewhere(_ prepared: inout PreparedItem) -> PreparedItem {
        prepared.kind = .elsewhere
        return prepared
    }

    /// Makes the outputs of an input appear, synced.
    func commit(_ prepared: inout PreparedItem) {
        do {
            for output in prepared.outputs {
                let path = manifest.pathBelow(output.path)
                try output.commit(replacing: options.replacing || manifest.isOurs(path))
                prepared.entry.outputs.append(
                    ManifestEntry.Output(path: path, size: output.size, digest: output.digest.description))
            }
            prepared.findings += manifest.leftOver(prepared.entry)
        } catch {
            let written = prepared.entry.outputs
            prepared.fail(error, at: prepared.entry.input)
            prepared.entry.outputs = written
        }
        prepared.outputs = []
    }
}
