import FenjieGrammar
import Testing

@Suite struct UnitWhiteSpaceTests {
    @Test("White space inside names is dropped, between names it separates", arguments: cases)
    func reads(_ example: UnitExample) { example.check() }

    private static let cases: [UnitExample] = [
        UnitExample("市教育局 市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局 张三、市财政局 李四", "市教育局/r | 市财政局/r"),
        UnitExample("市 教 育 局、市 财 政 局", "市教育局/r | 市财政局/r"),
        UnitExample("市发展改\n革委、市财政\n局、各县\n（市、区）人民政府", "市发展改革委/r | 市财政局/r | 各县（市、区）人民政府/rC"),
        UnitExample("市委\n组织部、市教育局\n市财政局", "市委组织部/r | 市教育局/r | 市财政局/r"),
        UnitExample("牵头单位:县教体局 责任单位:县财政局、县人社局", "县教体局/l | 县财政局/r | 县人社局/r"),
        UnitExample("主办：市教育局  协办：市财政局", "市教育局/l | 市财政局/a"),
        UnitExample("责任 单位：市教 育局 、市财 政局", "市教育局/r | 市财政局/r"),
        UnitExample("牵头单位：县发改局\n配合单位：县财政局\n县住建局", "县发改局/l | 县财政局/a | 县住建局/a"),
        UnitExample("县卫生健\n康局、县医\n疗保障局、\n各乡镇人\n民政府", "县卫生健康局/r | 县医疗保障局/r | 各乡镇人民政府/rC"),
        UnitExample("县人力资源和社会保障\n局、县教育和体育\n局", "县人力资源和社会保障局/r | 县教育和体育局/r"),
        UnitExample("县委宣传部、县委网\n信办、县文化和\n旅游局", "县委宣传部/r | 县委网信办/r | 县文化和旅游局/r"),
        UnitExample("市政府办\n公室、市人大常\n委会", "市政府办公室/r | 市人大常委会/r"),
        UnitExample("各镇（街\n道）、县直有关\n部门", "各镇（街道）/rC | 县直有关部门/rC"),
        UnitExample("县住房和城乡\n建设局\n县自然资源\n和规划局\n各乡镇", "县住房和城乡建设局/r | 县自然资源和规划局/r | 各乡镇/rC"),
        UnitExample("聊城市生态环境局\n莘县分局\n县水利局", "聊城市生态环境局莘县分局/r | 县水利局/r"),
        UnitExample("国家税务总局\n莘县税务局", "国家税务总局莘县税务局/r"),
        UnitExample("市教育局、\n市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局，　市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局 等部门", "市教育局/rO"),
        UnitExample("1.市教育局\n2.市财政局\n3.市公安局", "市教育局/r | 市财政局/r | 市公安局/r"),
        UnitExample("牵头市领导：张三 牵头单位：市教育局 责任单位：各县区", "市教育局/l | 各县区/rC"),
        UnitExample("责任单位及责任人：市教育局 张三", "市教育局/r"),
        UnitExample("县发改局 刘明、县财政局 王强", "县发改局/r | 县财政局/r"),
        UnitExample("牵头单位：区应急管理局 配合单位：区消防救援大队、区公安分局、各街道办事处", "区应急管理局/l | 区消防救援大队/a | 区公安分局/a | 各街道办事处/aC"),
        UnitExample("市教育局 市公安局 市民政局 各县区", "市教育局/r | 市公安局/r | 市民政局/r | 各县区/rC"),
        UnitExample("市教育局  市公安局，各县区", "市教育局/r | 市公安局/r | 各县区/rC"),
        UnitExample("市教育局、市公安局、\n市民政局", "市教育局/r | 市公安局/r | 市民政局/r"),
        UnitExample("县教体局\n县公安局\n各乡镇", "县教体局/r | 县公安局/r | 各乡镇/rC"),
        UnitExample("县发改局（牵头）县财政局 县住建局", "县发改局/l | 县财政局/r | 县住建局/r"),
        UnitExample("县发改局牵头 县财政局、县住建局配合", "县发改局/l | 县财政局/a | 县住建局/a"),
    ]
}
