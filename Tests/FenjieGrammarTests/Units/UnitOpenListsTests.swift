import FenjieGrammar
import Testing

@Suite struct UnitOpenListsTests {
    @Test("等 opens a list; a tail that names a level is a unit of its own", arguments: cases)
    func reads(_ example: UnitExample) { example.check() }

    private static let cases: [UnitExample] = [
        UnitExample("市教育、卫健、人社等部门", "市教育部门/r | 市卫健部门/r | 市人社部门/rO"),
        UnitExample("市教育局、市财政局等2部门", "市教育局/r | 市财政局/r"),
        UnitExample("东城街道、西城街道等4个街道", "东城街道/r | 西城街道/rO"),
        UnitExample("县农业农村局等县直有关部门，各乡镇人民政府", "县农业农村局/r | 县直有关部门/rCO | 各乡镇人民政府/rC"),
        UnitExample("市教育局等部门和各县区", "市教育局/rO | 各县区/rC"),
        UnitExample("市教育局、市财政局等有关部门、单位", "市教育局/r | 市财政局/rO"),
        UnitExample("市科技局等有关部门（单位）", "市科技局/rO"),
        UnitExample("市科技局、市工信局等有关部门和单位，各县（市、区）政府", "市科技局/r | 市工信局/rO | 各县（市、区）政府/rC"),
        UnitExample("市科技局、市工信局等市直部门，各县（市、区）政府，各开发区管委会", "市科技局/r | 市工信局/r | 市直部门/rCO | 各县（市、区）政府/rC | 各开发区管委会/rC"),
        UnitExample("市工信局等8个部门和单位", "市工信局/rO"),
        UnitExample("市工信局等有关市直部门", "市工信局/r | 有关市直部门/rCO"),
        UnitExample("市教育局、市公安局等多部门", "市教育局/r | 市公安局/rO"),
        UnitExample("市教育局、市公安局、市司法局等三部门", "市教育局/r | 市公安局/r | 市司法局/r"),
        UnitExample("自治区发展改革委、工业和信息化厅、财政厅等有关部门，各地（州、市）人民政府", "自治区发展改革委/r | 自治区工业和信息化厅/r | 自治区财政厅/rO | 各地（州、市）人民政府/rC"),
        UnitExample("县发改局等县直有关部门、各镇（街道）", "县发改局/r | 县直有关部门/rCO | 各镇（街道）/rC"),
        UnitExample("市场监管、教育、公安、农业农村等部门", "市场监管部门/r | 教育部门/r | 公安部门/r | 农业农村部门/rO"),
        UnitExample("公安、交通运输、应急管理等部门", "公安部门/r | 交通运输部门/r | 应急管理部门/rO"),
        UnitExample("市发改、财政、工信、商务等市直部门", "市发改部门/r | 市财政部门/r | 市工信部门/r | 市商务部门/r | 市直部门/rCO"),
        UnitExample("宣传、网信、公安等部门", "宣传部门/r | 网信部门/r | 公安部门/rO"),
        UnitExample("市教育局等", "市教育局/rO"),
        UnitExample("市教育局等。", "市教育局/rO"),
        UnitExample("市教育局、市财政局等单位，12月底前", "市教育局/r | 市财政局/rO"),
        UnitExample("市工会、妇联、共青团等群团组织", "市工会/r | 市妇联/r | 共青团/rO"),
        UnitExample("市文旅局等相关单位、各景区管委会", "市文旅局/rO | 各景区管委会/rC"),
        UnitExample("发改、经信、公安、规划、国土、住建、商务等部门", "发改部门/r | 经信部门/r | 公安部门/r | 规划部门/r | 国土部门/r | 住建部门/r | 商务部门/rO"),
        UnitExample("市发改委等市级部门，各县区", "市发改委/r | 市级部门/rCO | 各县区/rC"),
        UnitExample("市发改委等市级相关部门和单位", "市发改委/r | 市级相关部门和单位/rCO"),
        UnitExample("市发改委等有关市级部门", "市发改委/r | 有关市级部门/rCO"),
        UnitExample("市发改委等省、市有关部门", "市发改委/r | 省有关部门/rCO | 市有关部门/rC"),
        UnitExample("市发改委等部门及各县区政府", "市发改委/rO | 各县区政府/rC"),
        UnitExample("市发改委等部门、各县区政府", "市发改委/rO | 各县区政府/rC"),
        UnitExample("市发改委、各县区政府等", "市发改委/r | 各县区政府/rCO"),
        UnitExample("各县区政府等有关单位", "各县区政府/rCO"),
        UnitExample("各县区政府、市发改委等部门（单位）", "各县区政府/rC | 市发改委/rO"),
        UnitExample("各县区政府，市发改委等市有关部门（单位）", "各县区政府/rC | 市发改委/r | 市有关部门（单位）/rCO"),
        UnitExample("市发改委等12个部门", "市发改委/rO"),
        UnitExample("市发改委等十二个部门", "市发改委/rO"),
        UnitExample("市教育局、市公安局等2家单位", "市教育局/r | 市公安局/r"),
        UnitExample("工业和信息化部、商务部等部门", "工业和信息化部/r | 商务部/rO"),
    ]
}
