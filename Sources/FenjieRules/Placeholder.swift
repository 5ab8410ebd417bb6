// FenjieRules
