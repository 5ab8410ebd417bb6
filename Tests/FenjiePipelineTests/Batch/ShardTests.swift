import FenjiePipeline
import Testing

@Suite struct ShardTests {
    @Test(arguments: ["1/1", "3/3", "2/8"])
    func readsWhatItPrints(_ text: String) { #expect(Shard(parsing: text)?.description == text) }

    @Test(arguments: ["0/3", "4/3", "1", "1/0", "a/b", "1/2/3", "-1/2", "", "1/9999999999"])
    func refusesWhatIsNone(_ text: String) { #expect(Shard(parsing: text) == nil) }

    @Test(arguments: [
        (["SLURM_ARRAY_TASK_ID": "0", "SLURM_ARRAY_TASK_COUNT": "4"], "1/4"),
        (["SLURM_ARRAY_TASK_ID": "4", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "1"], "4/4"),
        (
            [
                "SLURM_ARRAY_TASK_ID": "14", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "10",
                "SLURM_ARRAY_TASK_STEP": "2",
            ], "3/3"
        ),
        (["JOB_COMPLETION_INDEX": "0", "JOB_COMPLETIONS": "2"], "1/2"), ([:], nil),
    ])
    func schedulersSayWhichPart(_ environment: [String: String], _ shard: String?) throws {
        #expect(try ShardVariables.shard(in: environment)?.description == shard)
    }

    @Test(arguments: [
        ["SLURM_ARRAY_TASK_ID": "4"], ["SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_COUNT": "4"],
        ["SLURM_ARRAY_TASK_ID": "x", "SLURM_ARRAY_TASK_COUNT": "4"], ["JOB_COMPLETION_INDEX": "1"],
        ["JOB_COMPLETION_INDEX": "2", "JOB_COMPLETIONS": "2"], ["JOB_COMPLETION_INDEX": "9223372036854775807"],
        ["SLURM_ARRAY_TASK_ID": "9223372036854775807", "SLURM_ARRAY_TASK_COUNT": "4"],
        [
            "SLURM_ARRAY_TASK_ID": "9223372036854775807", "SLURM_ARRAY_TASK_COUNT": "4",
            "SLURM_ARRAY_TASK_MIN": "-9223372036854775808",
        ],
    ])
    func whatTheyLeaveOpenIsToldOf(_ environment: [String: String]) {
        #expect(throws: ShardFailure.self) { try ShardVariables.shard(in: environment) }
    }
}
