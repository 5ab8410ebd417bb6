internal import FenjieFiles
internal import FenjieModel

/// Makes what was written appear: for one input after the other, or for a step with all of them.
struct OutputCommitter: Sendable {
    let manifest: ManifestProof
    /// Whether files that are not ours may be replaced.
    let replacing: Replacement

    /// Makes the outputs of an item appear, synced, and notes them in its line of the manifest.
    func commit(_ prepared: inout PreparedItem) {
        do {
            for output in prepared.outputs {
                let path = manifest.pathBelow(output.path)
                try output.commit(replacing: replacing.or(manifest.isOurs(path)))
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
