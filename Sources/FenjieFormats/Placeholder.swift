// FenjieFormats
