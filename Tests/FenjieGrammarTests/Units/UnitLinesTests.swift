import FenjieGrammar
import Testing

@Suite struct UnitLinesTests {
    @Test("A line break behind a whole name parts two units", arguments: apart)
    func parts(_ example: UnitExample) { example.check() }

    private static let apart: [UnitExample] = [
        UnitExample("县公安局\n国家税务总局平川县税务局", "县公安局/r | 国家税务总局平川县税务局/r"),
        UnitExample("县工信局\n国网平川县供电公司", "县工信局/r | 国网平川县供电公司/r"),
        UnitExample("城关镇\n东关街道办事处", "城关镇/r | 东关街道办事处/r"),
        UnitExample("县教育局\n派出所", "县教育局/r | 派出所/r"),
        UnitExample("县公安局\n交警大队", "县公安局/r | 县交警大队/r"),
        UnitExample("县商务局\n烟草公司", "县商务局/r | 烟草公司/r"),
        UnitExample("县工信局\n联通公司\n移动公司", "县工信局/r | 联通公司/r | 移动公司/r"),
        UnitExample("团县委\n妇联\n工会", "团县委/r | 县妇联/r | 县工会/r"),
        UnitExample("县财政局\n人行平川县支行", "县财政局/r | 人行平川县支行/r"),
        UnitExample("县文旅局\n文物所", "县文旅局/r | 县文物所/r"),
        UnitExample("县纪委\n监委", "县纪委/r | 县监委/r"),
        UnitExample("县纪委\n监委\n县委组织部", "县纪委/r | 县监委/r | 县委组织部/r"),
        UnitExample("党政办\n综治办\n派出所", "党政办/r | 综治办/r | 派出所/r"),
        UnitExample("市财政局\n自然资源局", "市财政局/r | 市自然资源局/r"),
        UnitExample("县委\n县政府", "县委/r | 县政府/r"),
        UnitExample("县委\n政府", "县委/r | 县政府/r"),
        UnitExample("县委\n妇联\n工会", "县委/r | 县妇联/r | 县工会/r"),
        UnitExample("县政府\n教育局", "县政府/r | 县教育局/r"),
        UnitExample("县人大\n政协", "县人大/r | 县政协/r"),
        UnitExample("城关镇党委\n政府", "城关镇党委/r | 城关镇政府/r"),
        UnitExample("经开区党工委\n管委会", "经开区党工委/r | 经开区管委会/r"),
        UnitExample("县法院\n检察院", "县法院/r | 县检察院/r"),
        UnitExample("城关镇\n派出所\n司法所\n卫生院", "城关镇/r | 派出所/r | 司法所/r | 卫生院/r"),
        UnitExample("各镇\n街道办事处", "各镇/rC | 各街道办事处/rC"),
        UnitExample("各乡镇\n街道\n县直各部门", "各乡镇/rC | 各街道/rC | 县直各部门/rC"),
        UnitExample("城关镇\n柳河镇\n东关街道", "城关镇/r | 柳河镇/r | 东关街道/r"),
        UnitExample("中国移动\n中国电信\n中国联通", "中国移动/r | 中国电信/r | 中国联通/r"),
        UnitExample("县财政局\n农业银行平川支行\n农商银行\n邮储银行", "县财政局/r | 农业银行平川支行/r | 农商银行/r | 邮储银行/r"),
        UnitExample("县交通局\n公路事业发展中心\n交警大队\n运输公司", "县交通局/r | 县公路事业发展中心/r | 县交警大队/r | 运输公司/r"),
        UnitExample("县住建局\n城投公司", "县住建局/r | 城投公司/r"),
        UnitExample("县水利局\n水务集团\n自来水公司", "县水利局/r | 水务集团/r | 自来水公司/r"),
        UnitExample("县公安局\n消防大队\n武警中队", "县公安局/r | 消防大队武警中队/r"),
        UnitExample("县财政局\n公安分局", "县财政局/r | 县公安分局/r"),
        UnitExample("市公安局\n森林公安分局", "市公安局/r | 市森林公安分局/r"),
        UnitExample("县信访局\n12345热线", "县信访局/r | 县12345热线/r"),
        UnitExample("县卫健局\n县医院\n县中医院\n妇幼保健院", "县卫健局/r | 县医院/r | 县中医院/r | 县妇幼保健院/r"),
        UnitExample("县委组织部\n编办\n人社局", "县委组织部/r | 县委编办/r | 县人社局/r"),
        UnitExample("县发改局\n统计局\n国家统计局平川调查队", "县发改局/r | 县统计局/r | 国家统计局平川调查队/r"),
        UnitExample("县财政局\n金融监管总局平川监管支局", "县财政局/r | 金融监管总局平川监管支局/r"),
        UnitExample("教务处\n办公室\n财务科", "教务处/r | 办公室/r | 财务科/r"),
        UnitExample("牵头单位：县公安局\n配合单位：交警大队\n城管大队", "县公安局/l | 县交警大队/a | 县城管大队/a"),
        UnitExample("县教育局（牵头）\n县公安局\n交警大队", "县教育局/l | 县公安局/r | 县交警大队/r"),
        UnitExample("县财政局、县人社局等\n有关单位", "县财政局/r | 县人社局/rO"),
        UnitExample("县发改局\n县工信局\n等有关部门按职责分工负责", "县发改局/r | 县工信局/rO"),
        UnitExample("县教育局\n1.县财政局", "县教育局/r | 县财政局/r"),
    ]

    @Test("A line that is no unit by itself goes on with the line before", arguments: joined)
    func joins(_ example: UnitExample) { example.check() }

    private static let joined: [UnitExample] = [
        UnitExample("县发展\n改革局", "县发展改革局/r"),
        UnitExample("县人力资源和社会\n保障局", "县人力资源和社会保障局/r"),
        UnitExample("县住房和城\n乡建设局", "县住房和城乡建设局/r"),
        UnitExample("县自然资源\n和规划局\n县水务局", "县自然资源和规划局/r | 县水务局/r"),
        UnitExample("县发展改革委\n员会", "县发展改革委员会/r"),
        UnitExample("县发展改革\n委员会", "县发展改革委员会/r"),
        UnitExample("县市场监督管\n理局", "县市场监督管理局/r"),
        UnitExample("县市场监督管理\n局", "县市场监督管理局/r"),
        UnitExample("县应急管理\n局、县消防救\n援大队", "县应急管理局/r | 县消防救援大队/r"),
        UnitExample("县烟草\n专卖局", "县烟草专卖局/r"),
        UnitExample("县水务\n局", "县水务局/r"),
        UnitExample("县城投\n公司", "县城投公司/r"),
        UnitExample("平川城投\n集团有限公司", "平川城投集团有限公司/r"),
        UnitExample("县政府\n办公室", "县政府办公室/r"),
        UnitExample("县人大\n常委会", "县人大常委会/r"),
        UnitExample("县人大\n办公室", "县人大办公室/r"),
        UnitExample("县委\n组织部", "县委组织部/r"),
        UnitExample("县委\n台办", "县委台办/r"),
        UnitExample("县委\n老干部局", "县委老干部局/r"),
        UnitExample("县纪委监\n委", "县纪委监委/r"),
        UnitExample("县安委会\n办公室", "县安委会办公室/r"),
        UnitExample("县防汛指挥部\n办公室", "县防汛指挥部办公室/r"),
        UnitExample("平川县\n教育局", "平川县教育局/r"),
        UnitExample("城关镇\n人民政府", "城关镇人民政府/r"),
        UnitExample("东关街道\n办事处", "东关街道办事处/r"),
        UnitExample("经开区\n管委会\n县教育局", "经开区管委会/r | 县教育局/r"),
        UnitExample("县公安局\n高新分局", "县公安局高新分局/r"),
        UnitExample("市生态环境局\n平川分局", "市生态环境局平川分局/r"),
        UnitExample("国家税务总局\n平川县税务局", "国家税务总局平川县税务局/r"),
        UnitExample("国家税务总局平川县\n税务局", "国家税务总局平川县税务局/r"),
        UnitExample("国家统计局\n平川调查队", "国家统计局平川调查队/r"),
        UnitExample("国家金融监督管理总局\n平川监管支局", "国家金融监督管理总局平川监管支局/r"),
        UnitExample("中国人民银行\n平川县支行", "中国人民银行平川县支行/r"),
        UnitExample("中国移动\n平川分公司", "中国移动平川分公司/r"),
        UnitExample("国网\n平川县供电公司", "国网平川县供电公司/r"),
        UnitExample("国网平川县\n供电公司\n县水务\n公司", "国网平川县供电公司/r | 县水务公司/r"),
        UnitExample("国网山东省电力公司\n平川县供电公司", "国网山东省电力公司平川县供电公司/r"),
        UnitExample("市住房公积金管理中心\n平川管理部", "市住房公积金管理中心平川管理部/r"),
        UnitExample("县直\n各部门", "县直各部门/rC"),
    ]

    @Test(
        "One unit a line reads like the same units behind 、",
        arguments: ["县公安局、交警大队、派出所", "团县委、妇联、工会", "县财政局、人行平川县支行、烟草公司", "县文旅局、文物所、新华书店"])
    func readsLikeAList(_ list: String) {
        let lines = list.split(separator: "、").joined(separator: "\n")
        #expect(UnitCell(parsing: lines).units.map(\.name) == UnitCell(parsing: list).units.map(\.name))
    }
}
