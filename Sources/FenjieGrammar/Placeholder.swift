// FenjieGrammar
