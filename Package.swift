// swift-tools-version: 6.2

import PackageDescription

// Rooms, in the order in which data meets them; see Sources/README.md. Each names every room it imports.
let package = Package(
    name: "fenjie",
    products: [
        .executable(name: "fenjie", targets: ["fenjie"]),
        .library(name: "FenjieKit", targets: ["FenjieKit"]),
    ],
    targets: [
        // Doors to C. One module map and one shim each; only FenjieXLSX and FenjieFiles open them.
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // What everything speaks of.
        .target(name: "FenjieModel"),
        // Bytes: inputs found and read, outputs written whole or not at all.
        .target(name: "FenjieFiles", dependencies: ["FenjieModel", "CCrypto"]),
        // Text: encodings, lines, display width, JSON.
        .target(name: "FenjieText", dependencies: ["FenjieModel", "FenjieFiles"]),
        // Workbooks in and out.
        .target(
            name: "FenjieXLSX",
            dependencies: [
                "FenjieModel", "FenjieFiles", "FenjieText", "CXLSXWriter", "CZlib", "CISAL",
            ], exclude: ["README.md"]),
        // The language of the field: units, deadlines, headings, numbering.
        .target(name: "FenjieGrammar", dependencies: ["FenjieModel", "FenjieText"]),
        // Files to sheets and sheets to files: CSV, plain-text layouts, outlines, workbooks.
        .target(
            name: "FenjieFormats",
            dependencies: ["FenjieModel", "FenjieFiles", "FenjieText", "FenjieXLSX", "FenjieGrammar"]),
        // The templates that ship with the program, embedded as they stand in templates/.
        .target(
            name: "FenjieTemplateFiles", path: "templates",
            resources: [
                .embedInCode("issued.json"), .embedInCode("unit-quarterly.json"), .embedInCode("unit-monthly.json"),
                .embedInCode("ledger.json"), .embedInCode("look-back.json"),
            ]),
        // Table Schema descriptors.
        .target(
            name: "FenjieTemplates",
            dependencies: ["FenjieModel", "FenjieFiles", "FenjieText", "FenjieTemplateFiles"]),
        // Sheets to task tables and back.
        .target(
            name: "FenjieTasks",
            dependencies: ["FenjieModel", "FenjieText", "FenjieGrammar", "FenjieTemplates"]),
        // Checks: one rule, one file.
        .target(
            name: "FenjieRules",
            dependencies: ["FenjieModel", "FenjieText", "FenjieGrammar", "FenjieTemplates", "FenjieTasks"],
            exclude: ["README.md"]),
        // The office's work: worksheets out, returned sheets in, ledger, review.
        .target(
            name: "FenjieLedger",
            dependencies: [
                "FenjieModel", "FenjieFiles", "FenjieText", "FenjieGrammar", "FenjieTemplates", "FenjieTasks",
                "FenjieRules",
            ]),
        // Many inputs, many outputs: plans, workers, manifests.
        .target(
            name: "FenjiePipeline",
            dependencies: [
                "FenjieModel", "FenjieFiles", "FenjieText", "FenjieXLSX", "FenjieGrammar", "FenjieFormats",
                "FenjieTemplates", "FenjieTasks", "FenjieRules", "FenjieLedger",
            ]),
        // The library as one import.
        .target(
            name: "FenjieKit",
            dependencies: [
                "FenjieModel", "FenjieFiles", "FenjieText", "FenjieXLSX", "FenjieGrammar", "FenjieFormats",
                "FenjieTemplates", "FenjieTasks", "FenjieRules", "FenjieLedger", "FenjiePipeline",
            ]),
        // Options, one file a verb, rendering, exit codes.
        .target(
            name: "FenjieCLI",
            dependencies: [
                "FenjieModel", "FenjieFiles", "FenjieText", "FenjieXLSX", "FenjieGrammar", "FenjieFormats",
                "FenjieTemplates", "FenjieTasks", "FenjieRules", "FenjieLedger", "FenjiePipeline",
            ]),
        .executableTarget(name: "fenjie", dependencies: ["FenjieCLI"]),

        .target(
            name: "FenjieTestSupport", dependencies: ["FenjieFiles"],
            path: "Tests/FenjieTestSupport"),
        // What the fuzzer calls, for the tests that run its findings again; libFuzzer itself is a package of its own.
        .target(name: "FenjieFuzzing", dependencies: ["FenjieKit"], path: "Tests/Fuzz/Targets"),
    ]
)

/// The tests of each room, and the rooms they import beside their own.
let tests: [(room: String, imports: [String])] = [
    ("FenjieModel", []),
    ("FenjieFiles", ["FenjieModel"]),
    ("FenjieText", ["FenjieModel", "FenjieFiles"]),
    ("FenjieXLSX", ["FenjieModel", "FenjieFiles", "FenjieText", "CZlib"]),
    ("FenjieGrammar", ["FenjieModel", "FenjieText"]),
    ("FenjieFormats", ["FenjieModel", "FenjieFiles", "FenjieText"]),
    ("FenjieTemplates", ["FenjieModel"]),
    ("FenjieTasks", ["FenjieModel", "FenjieText", "FenjieGrammar", "FenjieTemplates"]),
    ("FenjieRules", ["FenjieModel", "FenjieFiles", "FenjieGrammar", "FenjieTemplates", "FenjieTasks"]),
    (
        "FenjieLedger",
        ["FenjieModel", "FenjieGrammar", "FenjieTemplates", "FenjieTasks", "FenjieRules"]
    ),
    (
        "FenjiePipeline",
        [
            "FenjieModel", "FenjieFiles", "FenjieText", "FenjieXLSX", "FenjieGrammar", "FenjieFormats",
            "FenjieTemplates", "FenjieTasks", "FenjieLedger",
        ]
    ),
    ("FenjieCLI", ["FenjieModel", "FenjieFiles", "FenjieText", "FenjieGrammar", "FenjiePipeline"]),
    ("FenjieFuzzing", ["FenjieFiles"]),
]
for (room, imports) in tests {
    package.targets.append(
        .testTarget(
            name: "\(room)Tests",
            dependencies: (["FenjieTestSupport", room] + imports).map { .target(name: $0) }))
}

for target in package.targets where [.executable, .regular, .test].contains(target.type) {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
