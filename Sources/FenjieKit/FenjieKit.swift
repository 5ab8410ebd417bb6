// The library as one import: everything that is public in the rooms below the command line.
@_exported public import FenjieFiles
@_exported public import FenjieFormats
@_exported public import FenjieGrammar
@_exported public import FenjieLedger
@_exported public import FenjieModel
@_exported public import FenjiePipeline
@_exported public import FenjieRules
@_exported public import FenjieTasks
@_exported public import FenjieTemplates
@_exported public import FenjieText
@_exported public import FenjieXLSX
