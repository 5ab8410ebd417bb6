// FenjieLedger
