// FenjieTasks
