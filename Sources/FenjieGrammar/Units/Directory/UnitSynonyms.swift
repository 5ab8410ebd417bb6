/// Matters that offices write in several ways: the first spelling of each line stands for the others.
///
/// Only true synonyms are here: names of one and the same department before and after abbreviation, with and without
/// 和. Mergers and renamings differ from place to place and belong into the user's directory.
enum UnitSynonyms {
    private static let groups = """
        发展改革 发改 发展和改革
        人力资源社会保障 人力资源和社会保障 人力社保 人社
        住房城乡建设 住房和城乡建设 住房与城乡建设 住建
        自然资源规划 自然资源和规划 自然资源与规划 资规
        规划自然资源 规划和自然资源 规划与自然资源 规自
        市场监管 市场监督管理 市监 市场
        工业信息化 工业和信息化 工信
        经济信息化 经济和信息化 经信
        卫生健康 卫健 卫生和健康
        文化旅游 文化和旅游 文旅
        文化广电旅游 文化广电和旅游 文广旅
        教育体育 教育和体育 教体
        教育科技 教育和科技
        科技 科学技术
        生态环境 环保 环境保护 生态环境保护
        农业农村 农业和农村
        农业农村水利 农业农村和水利 农水
        退役军人 退役军人事务
        应急 应急管理
        交通运输 交通
        城市管理 城管
        综合行政执法 综合执法
        城市管理综合执法 城市管理和综合执法 城管综合执法
        医保 医疗保障
        国资 国有资产监督管理 国资监管 国有资产管理 国有资产
        行政审批服务 行政审批 审批服务
        政务服务 政务服务管理
        政务服务数据 政务服务和数据管理 政务服务数据管理 政务服务和数据 政务服务与数据管理 政数
        大数据 大数据管理 大数据发展 大数据发展管理 数据 数据管理
        机关事务 机关事务管理 机关事务服务
        民族宗教 民族和宗教 民族宗教事务 民族和宗教事务 民宗
        粮食储备 粮食和储备 粮食和物资储备 粮食物资储备 粮储
        地方金融监管 地方金融监督管理 地方金融 金融 金融工作
        外事 外事工作
        人防 人民防空
        国防动员 国动
        林业草原 林业和草原 林草
        园林绿化 园林
        畜牧 畜牧兽医
        信访 信访工作
        档案 档案管理
        网信 网络安全和信息化
        编制 机构编制 编
        投资促进 招商 招商引资
        商务投资促进 商务和投资促进
        药监 药品监管 药品监督管理
        疾控 疾病预防控制
        公积金 住房公积金 住房公积金管理
        消防救援 消防
        烟草 烟草专卖
        气象 气象
        水利 水务
        统计 统计
        供销 供销合作
        史志 地方史志
        老干部 老干部工作
        新闻出版 新闻出版
        """

    /// Spellings and the one that stands for them.
    static let canonical: [String: String] = {
        var table: [String: String] = [:]
        for line in groups.split(separator: "\n") {
            let spellings = line.split(separator: " ").map(String.init)
            for spelling in spellings { table[spelling] = spellings.first }
        }
        return table
    }()

    /// Endings of departments; one place has one department for a matter, whatever its rank is called.
    static let departmentEndings = [
        "局", "委", "厅", "办", "委员会", "办公室", "部门", "工作委员会", "领导小组办公室",
    ]

    /// Whole bodies that go by two names.
    static let bodies: [String: String] = [
        "总工会": "工会", "妇女联合会": "妇联", "科学技术协会": "科协", "工商业联合会": "工商联", "残疾人联合会": "残联",
        "文学艺术界联合会": "文联", "归国华侨联合会": "侨联", "社会科学界联合会": "社科联", "供销合作社": "供销社",
        "供销合作社联合社": "供销社", "供销社联合社": "供销社", "人民法院": "法院", "人民检察院": "检察院", "中级人民法院": "法院", "中院": "法院",
        "中级法院": "法院", "人民政府": "政府", "人民政府办公室": "政府办公室", "政府办": "政府办公室", "府办": "政府办公室", "府办公室": "政府办公室",
        "人民政府办公厅": "政府办公厅", "委办": "委办公室", "人大": "人大常委会", "管理委员会": "管委会", "管委": "管委会", "纪律检查委员会": "纪委",
        "纪委监委": "纪委", "人民武装部": "人武部", "疾病预防控制中心": "疾控中心", "红十字会": "红十字会",
    ]
}
