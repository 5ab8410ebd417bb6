/// How pages of HTML look: readable on a screen of any width, in the dark, and on paper, with nothing beside themselves.
package enum PageStyle {
    /// The style sheet that all pages share; each adds its own behind it.
    package static let base = """
        :root { color-scheme: light dark; --ink: #1d2329; --soft: #5b6670; --line: #d8dee4; --ground: #fff; --raised: #f5f7f9;
          --error: #b3261e; --warning: #8a5a00; --info: #0b5a8a; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaee; --soft: #9aa5b0; --line: #38414a; --ground: #15191d;
          --raised: #1e242a; --error: #ff8a80; --warning: #f2c14e; --info: #7cc4f4; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--ground); color: var(--ink);
          font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
        h1 { font-size: 1.6rem; margin: 0 0 1rem; }
        h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere; }
        .tiles { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 0; padding: 0; }
        .tiles li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; background: var(--raised); }
        .tiles b { font-size: 1.4rem; margin-right: .25rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
        th { background: var(--raised); font-weight: 600; white-space: nowrap; }
        td { overflow-wrap: anywhere; }
        @media (max-width: 40rem) {
          body { padding: 1rem; }
          thead { display: none; }
          table, tbody, tr, td { display: block; width: auto; }
          tr { border: 1px solid var(--line); border-radius: .5rem; margin-bottom: .75rem; padding: .4rem .6rem; }
          td { border: 0; padding: .1rem 0; }
          td[data-label]:not(:empty)::before { content: attr(data-label) " "; color: var(--soft); }
          td[data-label]:empty { display: none; }
        }
        @media print {
          :root { --ink: #000; --soft: #333; --line: #999; --ground: #fff; --raised: #f2f2f2; --error: #900; --warning: #640;
            --info: #036; }
          @page { size: A4; margin: 15mm; }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          thead { display: table-header-group; }
          tr, .tiles li { break-inside: avoid; }
          h2 { break-after: avoid; }
          main { padding-right: 1px; }
        }
        """
}
