import FenjieGrammar
import Testing

@Suite struct UnitConjunctionsTests {
    @Test("和, 及, 与 part units only between units", arguments: cases)
    func reads(_ example: UnitExample) { example.check() }

    private static let cases: [UnitExample] = [
        UnitExample("省科技厅、工业和信息化厅，省通信管理局", "省科技厅/r | 省工业和信息化厅/r | 省通信管理局/r"),
        UnitExample("各镇党委和人民政府", "各镇党委/rC | 各镇人民政府/rC"),
        UnitExample("省发改委、省财政厅、省人社厅、省住建厅、省商务厅及省国资委6部门", "省发改委/r | 省财政厅/r | 省人社厅/r | 省住建厅/r | 省商务厅/r | 省国资委/r"),
        UnitExample("省委宣传部、省教育厅、文化和旅游厅、广电局", "省委宣传部/r | 省教育厅/r | 省文化和旅游厅/r | 省广电局/r"),
        UnitExample("市教育局和体育局", "市教育局/r | 市体育局/r"),
        UnitExample("市公安局和平分局", "市公安局和平分局/r"),
        UnitExample("市教育和卫健部门", "市教育部门/r | 市卫健部门/r"),
        UnitExample("人社和医保部门", "人社部门/r | 医保部门/r"),
        UnitExample("教育、文化和旅游部门", "教育部门/r | 文化和旅游部门/r"),
        UnitExample("市行政审批和政务信息管理局", "市行政审批和政务信息管理局/r"),
        UnitExample("市工业和信息化局和市商务局", "市工业和信息化局/r | 市商务局/r"),
        UnitExample("市文化和旅游局及各县区文旅局", "市文化和旅游局/r | 各县区文旅局/rC"),
        UnitExample("市人力资源和社会保障局、医疗保障局", "市人力资源和社会保障局/r | 市医疗保障局/r"),
        UnitExample("区发展和改革局、区投资促进和商务局、区政务服务和数据管理局", "区发展和改革局/r | 区投资促进和商务局/r | 区政务服务和数据管理局/r"),
        UnitExample("市民族和宗教事务局、民政局、文化和旅游局", "市民族和宗教事务局/r | 市民政局/r | 市文化和旅游局/r"),
        UnitExample("县直相关部门及各乡镇", "县直相关部门/rC | 各乡镇/rC"),
        UnitExample("自治区党委宣传部、自治区教育厅、文化和旅游厅", "自治区党委宣传部/r | 自治区教育厅/r | 自治区文化和旅游厅/r"),
        UnitExample("市生态环境局及各县区分局", "市生态环境局/r | 各县区分局/rC"),
        UnitExample("市教育局、市财政局、市人社局和各县区政府", "市教育局/r | 市财政局/r | 市人社局/r | 各县区政府/rC"),
        UnitExample("市教育局和财政局、各县区", "市教育局/r | 市财政局/r | 各县区/rC"),
        UnitExample("牵头单位和责任单位", "牵头单位和责任单位/rC"),
        UnitExample("市自然资源和规划局高新区分局、经开区分局", "市自然资源和规划局高新区分局/r | 市自然资源和规划局经开区分局/r"),
        UnitExample("涉及乡镇、街道", "涉及乡镇/rC | 街道/rC"),
        UnitExample("各级人民政府及有关部门", "各级人民政府/rC | 有关部门/rC"),
        UnitExample("各级政府及其部门", "各级政府及其部门/rC"),
        UnitExample("市教育局及所属学校", "市教育局/r | 所属学校/rC"),
        UnitExample("市卫健委及直属医疗机构", "市卫健委/r | 直属医疗机构/rC"),
        UnitExample("喀什地区行署、和田地区教育局", "喀什地区行署/r | 和田地区教育局/r"),
    ]
}
