internal import FenjieCLI

@main enum Fenjie { static func main() { Entrypoint.main() } }
