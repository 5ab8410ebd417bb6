internal import FenjieCLI
@main struct M { static func main() { go() } }
