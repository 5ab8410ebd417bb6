import FenjieGrammar
import Testing

@Suite("Deadlines that are no dates")
struct DeadlineKindTests {
    static let yearround: [DeadlineCase] = [
        DeadlineCase("全年", .yearround, nil),
        DeadlineCase("2022年全年", .yearround, nil),
        DeadlineCase("全年持续推进", .yearround, nil, ongoing: true),
        DeadlineCase("全年4次", .yearround, nil),
        DeadlineCase("全年，每季度末报送", .yearround, nil),
        DeadlineCase("2022年3月启动，全年推进", .yearround, nil),
    ]

    static let ongoing: [DeadlineCase] = [
        DeadlineCase("持续推进", .ongoing, nil, ongoing: true),
        DeadlineCase("长期坚持", .ongoing, nil, ongoing: true),
        DeadlineCase("2022年10月1日起施行", .ongoing, nil, ongoing: true),
        DeadlineCase("长期", .ongoing, nil, ongoing: true),
        DeadlineCase("常态化推进", .ongoing, nil, ongoing: true),
        DeadlineCase("常年坚持", .ongoing, nil, ongoing: true),
        DeadlineCase("2022年5月-长期", .ongoing, nil, ongoing: true),
        DeadlineCase("实时更新", .ongoing, nil, ongoing: true),
        DeadlineCase("常态化", .ongoing, nil, ongoing: true),
        DeadlineCase("长期任务", .ongoing, nil, ongoing: true),
        DeadlineCase("持续整改", .ongoing, nil, ongoing: true),
        DeadlineCase("持续开展", .ongoing, nil, ongoing: true),
        DeadlineCase("2022年7月起", .ongoing, nil, ongoing: true),
        DeadlineCase("2022年—长期", .ongoing, nil, ongoing: true),
        DeadlineCase("1月-持续", .ongoing, nil, ongoing: true),
        DeadlineCase("2022年3月启动，长期坚持", .ongoing, nil, ongoing: true),
        DeadlineCase("根据上级部署适时开展", .ongoing, nil, ongoing: true),
    ]

    static let immediate: [DeadlineCase] = [
        DeadlineCase("立行立改，长期坚持", .immediate, nil, ongoing: true),
        DeadlineCase("立行立改", .immediate, nil),
        DeadlineCase("立即整改", .immediate, nil),
        DeadlineCase("即知即改", .immediate, nil),
        DeadlineCase("马上", .immediate, nil),
        DeadlineCase("立行立改并长期坚持", .immediate, nil, ongoing: true),
        DeadlineCase("即知即改、立行立改", .immediate, nil),
        DeadlineCase("即日起", .immediate, nil),
        DeadlineCase("从即日起长期坚持", .immediate, nil, ongoing: true),
    ]

    static let relative: [DeadlineCase] = [
        DeadlineCase("本文件印发后30日内", .relative, nil),
        DeadlineCase("文件印发后30日内", .relative, nil),
        DeadlineCase("反馈后1个月内", .relative, nil),
        DeadlineCase("7个工作日内", .relative, nil),
        DeadlineCase("三十日内", .relative, nil),
        DeadlineCase("自印发之日起30日内", .relative, nil),
        DeadlineCase("接到通知后3个工作日内", .relative, nil),
        DeadlineCase("收到反馈意见后一个月内", .relative, nil),
        DeadlineCase("半年内", .relative, nil),
        DeadlineCase("一年内", .relative, nil),
        DeadlineCase("三年内", .relative, nil),
        DeadlineCase("一周内", .relative, nil),
        DeadlineCase("24小时内", .relative, nil),
        DeadlineCase("汛期前", .relative, nil),
        DeadlineCase("会议结束后", .relative, nil),
        DeadlineCase("本月底前", .relative, nil),
        DeadlineCase("10个工作日", .relative, nil),
        DeadlineCase("15天内", .relative, nil),
        DeadlineCase("两个月内", .relative, nil),
        DeadlineCase("印发之日起1个月内", .relative, nil),
        DeadlineCase("任务下达后10个工作日内", .relative, nil),
        DeadlineCase("会议召开前3个工作日", .relative, nil),
        DeadlineCase("通知印发后15日内", .relative, nil),
        DeadlineCase("自通知下发之日起两个月内完成", .relative, nil),
        DeadlineCase("春节前", .relative, nil),
        DeadlineCase("2023年春节前", .relative, nil),
        DeadlineCase("两年内", .relative, nil),
        DeadlineCase("12个月", .relative, nil),
        DeadlineCase("一年", .relative, nil),
        DeadlineCase("全国两会前", .relative, nil),
        DeadlineCase("党的二十大前", .relative, nil),
        DeadlineCase("开学前", .relative, nil),
        DeadlineCase("主汛期来临前", .relative, nil),
        DeadlineCase("2022年汛期前", .relative, nil),
        DeadlineCase("2022年春季", .relative, nil),
        DeadlineCase("2022年冬季", .relative, nil),
        DeadlineCase("本周内", .relative, nil),
        DeadlineCase("汛期", .relative, nil),
        DeadlineCase("会后3天内", .relative, nil),
        DeadlineCase("每逢重大节假日前", .relative, nil),
    ]

    static let periodic: [DeadlineCase] = [
        DeadlineCase("按季度调度", .periodic, nil),
        DeadlineCase("每月28日前", .periodic, nil),
        DeadlineCase("每季度末", .periodic, nil),
        DeadlineCase("每周五下班前", .periodic, nil),
        DeadlineCase("每半年", .periodic, nil),
        DeadlineCase("每年12月底前", .periodic, nil),
        DeadlineCase("每月底", .periodic, nil),
        DeadlineCase("季度通报", .periodic, nil),
        DeadlineCase("2022年每季度末", .periodic, nil),
        DeadlineCase("一月一调度", .periodic, nil),
        DeadlineCase("半年一次", .periodic, nil),
        DeadlineCase("每季度1次", .periodic, nil),
        DeadlineCase("每两周一次", .periodic, nil),
        DeadlineCase("逐月推进", .periodic, nil),
        DeadlineCase("每年6月30日、12月31日前", .periodic, nil),
        DeadlineCase("每天", .periodic, nil),
        DeadlineCase("每日", .periodic, nil),
        DeadlineCase("季度末", .periodic, nil),
        DeadlineCase("每季度", .periodic, nil),
        DeadlineCase("每季度末月25日前", .periodic, nil),
        DeadlineCase("每季度第一个月10日前", .periodic, nil),
        DeadlineCase("每月5日、20日前", .periodic, nil),
        DeadlineCase("每月底前", .periodic, nil),
        DeadlineCase("每年一次", .periodic, nil),
        DeadlineCase("每年", .periodic, nil),
        DeadlineCase("每学期", .periodic, nil),
        DeadlineCase("每周", .periodic, nil),
        DeadlineCase("每周一次", .periodic, nil),
        DeadlineCase("每年3月、9月", .periodic, nil),
        DeadlineCase("每月一次", .periodic, nil),
        DeadlineCase("按月调度", .periodic, nil),
        DeadlineCase("定期", .periodic, nil),
        DeadlineCase("2020年至2022年每年12月底前", .periodic, nil),
        DeadlineCase("2022年起每年12月底前", .periodic, nil),
        DeadlineCase("长期，每季度报送", .periodic, nil, ongoing: true),
        DeadlineCase("每季度调度，持续推进", .periodic, nil, ongoing: true),
        DeadlineCase("5月1日起，每月10日前", .periodic, nil),
        DeadlineCase("每月10日前（遇节假日顺延）", .periodic, nil),
    ]

    static let unknown: [DeadlineCase] = [
        DeadlineCase("登记表3个工作日内完成审批", .unknown, nil),
        DeadlineCase("20229", .unknown, nil),
        DeadlineCase("2022年2月30日前", .unknown, nil),
        DeadlineCase("2022年13月", .unknown, nil),
        DeadlineCase("2022年月底前", .unknown, nil),
        DeadlineCase("无", .unknown, nil),
        DeadlineCase("/", .unknown, nil),
        DeadlineCase("", .unknown, nil),
        DeadlineCase("按要求完成", .unknown, nil),
        DeadlineCase("已完成", .unknown, nil),
        DeadlineCase("根据工作需要", .unknown, nil),
        DeadlineCase("按上级要求时限", .unknown, nil),
        DeadlineCase("Q3", .unknown, nil),
        DeadlineCase("20221", .unknown, nil),
        DeadlineCase("202213", .unknown, nil),
        DeadlineCase("2022年9", .unknown, nil),
        DeadlineCase("9底前", .unknown, nil),
        DeadlineCase("2022年0月", .unknown, nil),
        DeadlineCase("3-5年", .unknown, nil),
        DeadlineCase("不限", .unknown, nil),
        DeadlineCase("待定", .unknown, nil),
        DeadlineCase("—", .unknown, nil),
        DeadlineCase("2022年2月29日", .unknown, nil),
    ]

    @Test("Kind yearround", arguments: yearround)
    func readsYearround(_ example: DeadlineCase) { example.check() }

    @Test("Kind ongoing", arguments: ongoing)
    func readsOngoing(_ example: DeadlineCase) { example.check() }

    @Test("Kind immediate", arguments: immediate)
    func readsImmediate(_ example: DeadlineCase) { example.check() }

    @Test("Kind relative", arguments: relative)
    func readsRelative(_ example: DeadlineCase) { example.check() }

    @Test("Kind periodic", arguments: periodic)
    func readsPeriodic(_ example: DeadlineCase) { example.check() }

    @Test("Kind unknown", arguments: unknown)
    func readsUnknown(_ example: DeadlineCase) { example.check() }
}
