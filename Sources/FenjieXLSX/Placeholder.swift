internal import CXLSXWriter
internal import CISAL
internal import CExpat
internal import CZlib
func v() -> String { unsafe String(cString: lxw_version()) }
