import FenjieGrammar
import FenjieModel
import Testing

@Suite("Header rows")
struct HeadingRowTests {
    @Test(
        "Neighbours tell what a heading means",
        arguments: [
            (
                ["序号", "一级任务", "二级任务", "具体要求", "责任单位", "完成时限"],
                [.number, .task, .subtask, .requirement, .responsibleUnit, .deadline]
            ),
            (
                ["序号", "工作任务", "", "具体要求", "责任单位", "完成时限"],
                [.number, .task, .subtask, .requirement, .responsibleUnit, .deadline]
            ),
            (
                ["序号", "重点任务", "工作任务", "具体措施", "牵头单位", "责任单位"],
                [.number, .task, .subtask, .requirement, .leadUnit, .responsibleUnit]
            ),
            (["工作任务", "责任单位", "完成时间"], [.task, .responsibleUnit, .deadline]),
            (["类别", "事项名称", "开始时间", "完成时间"], [.task, .subtask, .other, .deadline]),
            (["事项", "一审时间", "二审时间"], [.task, .other, .deadline]),
            (["事项", "完成时限", "完成时间", "备注"], [.task, .deadline, .completedOn, .remarks]),
            (["任务", "进展情况", "完成情况"], [.task, .progress, .status]),
            (["工作任务", "牵头部门", "主责单位", "协办单位"], [.task, .leadUnit, .responsibleUnit, .assistingUnit]),
            (["责任单位", "单位"], [.responsibleUnit, .other]),
            (["任务分解", "具体要求"], [.task, .requirement]),
            (["任务", "责任单位", "责任单位"], [.task, .responsibleUnit, .responsibleUnit]),
            (["任务", "责任单位1", "责任单位2"], [.task, .responsibleUnit, .responsibleUnit]),
            (
                ["任务", "责任单位（市级）", "责任单位（县级）", "责任科室"],
                [.task, .responsibleUnit, .responsibleUnit, .other]
            ),
            (["任务", "责任单位", "责任单位及责任人"], [.task, .responsibleUnit, .other]),
            (["任务", "备注", "备注"], [.task, .remarks, .other]),
            (["序号", "存在问题", "整改措施", "责任单位"], [.number, .task, .requirement, .responsibleUnit]),
            (["责任单位", "反馈问题", "整改时限"], [.responsibleUnit, .task, .deadline]),
            (
                ["工作内容", "责任单位", "完成时限", "存在问题", "下一步措施"],
                [.requirement, .responsibleUnit, .deadline, .problems, .nextSteps]
            ),
            (["工作任务", "存在问题", "整改措施", "责任单位"], [.task, .problems, .requirement, .responsibleUnit]),
            (["进展情况", "存在问题", "责任单位"], [.progress, .problems, .responsibleUnit]),
            (["责任单位", "完成时限", "存在问题"], [.responsibleUnit, .deadline, .problems]),
            (["整治内容", "工作要求", "责任单位"], [.task, .requirement, .responsibleUnit]),
            (["检查内容", "责任单位"], [.requirement, .responsibleUnit]),
            (["工作要求", "整治内容", "责任单位"], [.requirement, .other, .responsibleUnit]),
            ([], []),
        ] as [([String], [Field])])
    func resolves(_ headings: [String], _ fields: [Field]) { #expect(HeadingReading.resolve(headings) == fields) }

    @Test("No field but other and those of units comes twice")
    func isUnique() {
        let words = ["任务", "责任单位", "时间", "完成时限", "进展情况", "备注", "", "二级任务", "具体要求", "牵头单位", "问题", "联系人"]
        for seed in UInt64(1)...500 {
            var generator = SmallGenerator(seed: seed)
            let headings = (0..<8).map { _ in words[Int(generator.next() % UInt64(words.count))] }
            let fields = HeadingReading.resolve(headings).filter { $0 != .other && !$0.namesUnits }
            #expect(Set(fields).count == fields.count, "seed \(seed): \(headings)")
        }
    }
}
