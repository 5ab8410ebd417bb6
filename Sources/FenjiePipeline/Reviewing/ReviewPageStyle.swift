/// How the page of a review looks, behind the style that all pages share.
enum ReviewPageStyle {
    /// The style sheet.
    static let sheet = """
        :root { --done: #2e8b57; --underway: #3b7dd8; --overdue: #c8372d; --idle: #a9b4be; --ongoing: #5fb3a3;
          --unclear: #e0a030; --aside: #9b86b8; --track: #e6eaee; }
        @media (prefers-color-scheme: dark) { :root { --done: #4caf7a; --underway: #6ba3f0; --overdue: #ef6a60; --idle: #66727d;
          --ongoing: #6fc7b6; --unclear: #e9b44c; --aside: #b5a2d1; --track: #2c343c; } }
        .done { fill: var(--done); stroke: var(--done); } .underway { fill: var(--underway); stroke: var(--underway); }
        .overdue { fill: var(--overdue); stroke: var(--overdue); } .idle { fill: var(--idle); stroke: var(--idle); }
        .ongoing { fill: var(--ongoing); stroke: var(--ongoing); } .unclear { fill: var(--unclear); stroke: var(--unclear); }
        .aside { fill: var(--aside); stroke: var(--aside); } .planned { fill: var(--soft); stroke: var(--soft); }
        .track { fill: var(--track); stroke: none; } .ring .aside, .ring circle { fill: none; }
        svg rect { stroke: none; } svg text { font-size: 12px; fill: var(--ink); stroke: none; text-anchor: middle; }
        svg .axis { fill: var(--soft); stroke: none; } svg line.axis { stroke: var(--line); }
        svg .middle { font-size: 24px; font-weight: 600; } svg .below { fill: var(--soft); }
        svg { vertical-align: middle; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        .day { margin: -.5rem 0 1rem; color: var(--soft); }
        .tiles li { border-left-width: .35rem; } .tiles li.done { border-left-color: var(--done); }
        .tiles li.underway { border-left-color: var(--underway); } .tiles li.overdue { border-left-color: var(--overdue); }
        .tiles li.idle { border-left-color: var(--idle); } .tiles li.ongoing { border-left-color: var(--ongoing); }
        .tiles li.unclear { border-left-color: var(--unclear); } .tiles li.aside { border-left-color: var(--aside); }
        .tiles li.overdue b, b.overdue { color: var(--error); } .tiles li.unclear b, b.unclear { color: var(--warning); }
        figure { margin: 0; } p.key, .note { color: var(--soft); margin: .25rem 0 .5rem; } .note { font-size: .875rem; }
        .key { display: inline-block; margin-right: 1rem; white-space: nowrap; } p.key { display: block; white-space: normal; }
        .swatch { margin-right: .35rem; position: relative; top: -1px; } small { color: var(--soft); }
        .overview { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem 2.5rem; align-items: center; }
        .overview figure { display: flex; gap: 1.5rem; align-items: center; } .overview figcaption { display: grid; gap: .1rem; }
        .gap { font-size: 1.15rem; font-weight: 600; margin: 0 0 .5rem; } .gap.behind { color: var(--error); }
        .bars { list-style: none; margin: 0; padding: 0; }
        .bars li { display: grid; grid-template-columns: 6.5em 1fr 4em 5em; gap: .6rem; align-items: center; padding: .15rem 0; }
        .bars b { text-align: right; } .bars li span { white-space: nowrap; }
        .scroll { overflow-x: auto; }
        .counts { margin-top: .5rem; } .counts th, .counts td { padding: .35rem .45rem; } .counts .name { min-width: 12em; }
        .counts td.share { min-width: 7rem; width: 30%; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } td.number { width: 1%; }
        .zero { color: var(--soft); opacity: .6; } .center { text-align: center; white-space: nowrap; }
        .state { white-space: nowrap; } td.short { white-space: nowrap; width: 1%; } td.unit { width: 18%; } td.reason { width: 17%; }
        td.words { width: 22%; } tr.group th { background: none; padding-top: .7rem; } section > .tiles { margin: .5rem 0; }
        h2 small, .group small { font-weight: normal; color: var(--soft); }
        @media (max-width: 40rem) {
          .overview { grid-template-columns: 1fr; } .bars li { grid-template-columns: 5.5em 1fr 3.6em; } .bars small { display: none; }
          .overview figure { flex-wrap: wrap; justify-content: center; }
          .counts td { display: inline-block; padding: .1rem 0; margin-right: .75rem; } .counts td:has(.zero) { display: none; }
          .counts .name { min-width: 0; } .counts td.name { display: block; font-weight: 600; }
          .counts td.share { display: block; width: 100%; margin: .2rem 0; }
          tr.group { border: 0; padding: .5rem 0 0; margin: 0; } .group th { display: block; border: 0; padding: 0; }
          td.number, td.short, td.unit, td.reason, td.words { text-align: left; width: auto; white-space: normal; }
        }
        @media print { .overview { gap: 1rem; } .scroll { overflow: visible; } figure, .overview { break-inside: avoid; }
          .group { break-after: avoid; } .counts th, .counts td { padding: .2rem .25rem; font-size: 8.5pt; }
          .counts .name { min-width: 7.5em; } .counts td.share { min-width: 2.5rem; width: 14%; } }
        """
}
