internal import FoundationEssentials
package struct JJ: Codable { var a: Int }
package func jj() throws -> Int { try JSONDecoder().decode(JJ.self, from: Data("{\"a\":1}".utf8)).a }
