/// Starts the program.
public func go() {}
