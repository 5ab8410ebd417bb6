/// What was issued, to compare with what came back.
public struct IssuedSheets: Sendable {}
