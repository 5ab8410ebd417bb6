/// All words of the unit grammar: one tree read forwards, one of endings read backwards, one table of glyph classes.
struct UnitWords: Sendable {
    let words: WordTree
    let endings: WordTree
    let surnames: WordTree
    let classes: GlyphClasses

    /// Built once, when the first cell is read.
    static let shared = UnitWords()

    private init() {
        var words = WordTree()
        words.add(Departments.stems, .stem)
        words.add(Departments.organs, .organ)
        words.add(Departments.partyDepartments, .partyDepartment)
        words.add(Departments.partyOffices, .partyOffice)
        words.add(Departments.localBodies, .localBody)
        words.add(Departments.verticalBodies, .verticalBody)
        words.add(Departments.sections, .section)
        words.add(Places.levels, .level)
        words.add(Places.noLevels, .noLevel)
        words.add(Places.places, .place)
        words.add(Places.zones, .zone)
        words.add(Places.provinces, .shortPlace)
        words.add(Places.cities, .shortPlace)
        words.add(Places.classes, .placeClass)
        Self.addPhrases(to: &words)
        self.words = words
        endings = Self.endingWords()
        var surnames = WordTree()
        surnames.add(Phrases.surnames, .surname)
        self.surnames = surnames
        classes = GlyphClasses(words: words)
    }

    private static func addPhrases(to words: inout WordTree) {
        words.add(Phrases.severalWords, .several)
        words.add(Phrases.wholes, .several)
        words.add(Phrases.generals, .general)
        words.add(Phrases.generalModifiers, .generalModifier)
        words.add(Phrases.adverbs, .adverb)
        words.add(Phrases.leadVerbs, .leadVerb)
        words.add(Phrases.assistVerbs, .assistVerb)
        words.add(Phrases.dutyVerbs, .dutyVerb)
        words.add(Phrases.weakVerbs, .weakVerb)
        words.add(Phrases.joinVerbs, .joinVerb)
        words.add(Phrases.afterNouns, .afterNoun)
        words.add(Phrases.leadLabels, .leadLabel)
        words.add(Phrases.dutyLabels, .dutyLabel)
        words.add(Phrases.assistLabels, .assistLabel)
        words.add(Phrases.otherLabels, .otherLabel)
        words.add(Phrases.verticals, .vertical)
        words.add(Phrases.brands, .brand)
        words.add(Phrases.notConjunctions, .notConjunction)
    }

    private static func endingWords() -> WordTree {
        var endings = WordTree()
        endings.add(Phrases.bodyEnds, .body, reversed: true)
        endings.add(Phrases.carryingEnds, [.body, .carries], reversed: true)
        endings.add(Phrases.branchEnds, [.body, .branch], reversed: true)
        endings.add(Phrases.independentEnds, [.body, .independent], reversed: true)
        endings.add(Phrases.organEnds, [.body, .organEnd], reversed: true)
        endings.add(Phrases.placeEnds, .placeEnd, reversed: true)
        endings.add(Phrases.zoneEnds, [.placeEnd, .zoneEnd], reversed: true)
        endings.add(Phrases.classEnds, .classEnd, reversed: true)
        endings.add(Phrases.alwaysClasses, [.classEnd, .alwaysClass], reversed: true)
        endings.add(Phrases.noEnds, .noEnd, reversed: true)
        endings.add(Places.noPlaceEnds, .noPlace, reversed: true)
        endings.add(Places.noPlaces, .noPlaceAlone, reversed: true)
        return endings
    }
}
