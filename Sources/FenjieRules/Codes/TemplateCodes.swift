internal import FenjieModel

/// What is reported of templates.
enum TemplateCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "templates", codes: templates)
    ]

    private static let templates = [
        CodeDescription(
            "template-fields", .error, Message("模板没有栏目", "a template without fields"),
            cause: Message(
                "fields 必须列出至少一个栏目。",
                "fields must list at least one field."),
            example: Message("\"fields\": []。", "\"fields\": []."),
            cure: Message("照 fenjie template show issued 补写。", "Look at fenjie template show issued.")),
        CodeDescription(
            "template-name", .error, Message("栏目名有误", "the name of a field is wrong"),
            cause: Message(
                "栏目没有 name，或 name 与别的栏目相同。",
                "A field has no name, or one that another has."),
            example: Message("两个栏目都叫 remarks。", "Two fields are named remarks."),
            cure: Message("每个栏目写一个不同的 name。", "Give each field a name of its own.")),
        CodeDescription(
            "template-type", .error, Message("类型不符", "a value of the wrong type"),
            cause: Message(
                "属性的值不是所要的类型。",
                "A property holds a value of another type than is expected."),
            example: Message("\"required\": \"yes\"。", "\"required\": \"yes\"."),
            cure: Message("按提示改为 true/false、数字、文字或列表。", "Make it true or false, a number, a text or a list.")),
        CodeDescription(
            "template-value", .error, Message("值不在允许范围内", "a value that is not allowed"),
            cause: Message(
                "属性的值不是可选的值，或超出范围。",
                "A property holds a value that is none of the choices, or out of range."),
            example: Message("\"width\": 900。", "\"width\": 900."),
            cure: Message("按提示改正。", "Correct it as the hint says.")),
        CodeDescription(
            "template-key", .error, Message("primaryKey 有误", "primaryKey names no field"),
            cause: Message(
                "primaryKey 中的名称不在 fields 里。",
                "A name in primaryKey is not among the fields."),
            example: Message("\"primaryKey\": [\"numbr\"]。", "\"primaryKey\": [\"numbr\"]."),
            cure: Message("改为 fields 中的 name。", "Use the name of a field.")),
        CodeDescription(
            "template-heading", .error, Message("栏名重复", "a heading means two fields"),
            cause: Message(
                "同一栏名或同义词写在两个栏目下，无法识别。",
                "A heading or synonym stands under two fields."),
            example: Message("“备注”既是 remarks 又是 problems 的同义词。", "One synonym under two fields."),
            cure: Message("只留在一个栏目下。", "Leave it to one field.")),
        CodeDescription(
            "template-placeholder", .error, Message("不认识的占位符", "an unknown placeholder"),
            cause: Message(
                "worksheet 的文字里写了没有的 {占位符}。",
                "A text under worksheet holds a {placeholder} that there is none of."),
            example: Message("{单们}。", "{unti}."),
            cure: Message("改为提示中列出的占位符。", "Use one of those that the hint lists.")),
        CodeDescription(
            "template-unknown-key", .warning, Message("不认识的属性", "an unknown property"),
            cause: Message(
                "模板中有程序不认识的属性，没有使用，多半是拼写错误。",
                "The template holds a property that is not known, probably misspelt; it was not used."),
            example: Message("\"requred\": true。", "\"requred\": true."),
            cure: Message("按提示改正，或删去。", "Correct it as the hint says, or delete it.")),
    ]
}
