// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that building the program knows nothing of libFuzzer; `make fuzz` builds and runs it.
let package = Package(
    name: "FenjieFuzz",
    dependencies: [.package(name: "fenjie", path: "../..")],
    targets: [
        // The same sources are a target of the root package, whose tests run every input that was ever found.
        .target(
            name: "FuzzEntrances", dependencies: [.product(name: "FenjieKit", package: "fenjie")], path: "Targets"),
        .executableTarget(name: "FenjieFuzz", dependencies: ["FuzzEntrances"], path: "Harness"),
    ]
)

for target in package.targets {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
