// FenjiePipeline
