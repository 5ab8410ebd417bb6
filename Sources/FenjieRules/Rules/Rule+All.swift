/// The rules for tables.
package enum Rules {
    /// All of them, in the order of the page that documents them.
    package static let all: [any Rule.Type] = [
        RequiredColumnRule.self,
        FieldsMatchRule.self,
        RequiredRule.self,
        UniqueRule.self,
        PrimaryKeyRule.self,
        EnumerationRule.self,
        PatternRule.self,
        NumberRule.self,
        DateRule.self,
        ListRule.self,
        RangeRule.self,
        LengthRule.self,
        FormulaErrorRule.self,
        NumberSequenceRule.self,
        GroupRule.self,
        UnitRule.self,
        LeadRule.self,
        DeadlineRule.self,
        IssueDateRule.self,
        StatusRule.self,
        CompletionRule.self,
        OverdueRule.self,
        ProgressRule.self,
        UnchangedRule.self,
    ]
}
