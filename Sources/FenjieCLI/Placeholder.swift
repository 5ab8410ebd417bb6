internal import FenjieTemplates
public func go() { print((try? jj()) ?? 0) }
