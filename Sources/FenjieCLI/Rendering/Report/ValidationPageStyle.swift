/// How the page of findings looks and what its filters do; the page holds both, so that it needs nothing beside itself.
enum ValidationPageStyle {
    /// The style sheet.
    static let sheet = """
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
        .error b, .error .mark { color: var(--error); } .warning b, .warning .mark { color: var(--warning); }
        .info b, .info .mark { color: var(--info); }
        #filters { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; position: sticky; top: 0;
          margin-top: 1rem; padding: .75rem 0; background: var(--ground); border-bottom: 1px solid var(--line); z-index: 1; }
        #filters[hidden] { display: none; }
        #filters select, #filters input[type=search] { font: inherit; color: inherit; background: var(--raised);
          border: 1px solid var(--line); border-radius: .3rem; padding: .15rem .4rem; max-width: 14rem; }
        .unit { font-weight: normal; color: var(--soft); margin-left: .5rem; }
        .counts, .hint, output { color: var(--soft); } .counts { margin: 0 0 .5rem; }
        .clean ul { list-style: none; margin: .25rem 0; padding: 0; columns: 24rem; } .clean .counts { margin-left: .5rem; }
        .clean li { break-inside: avoid; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
        th { background: var(--raised); font-weight: 600; white-space: nowrap; }
        td { overflow-wrap: anywhere; }
        td:nth-child(-n+3) { white-space: nowrap; width: 1%; }
        .mark { font-weight: 600; }
        .code { display: block; width: max-content; font: .8rem ui-monospace, monospace; color: var(--soft); text-decoration: none; }
        .code:hover { text-decoration: underline; }
        dt { font-weight: 600; margin-top: .75rem; } dt code { font-weight: normal; color: var(--soft); } dd { margin: 0; }
        tr[hidden], section[hidden] { display: none; }
        @media (max-width: 40rem) {
          body { padding: 1rem; }
          thead { display: none; }
          table, tbody, tr, td { display: block; width: auto; }
          tr { border: 1px solid var(--line); border-radius: .5rem; margin-bottom: .75rem; padding: .4rem .6rem; }
          td, td:nth-child(-n+3) { border: 0; padding: .1rem 0; width: auto; white-space: normal; }
          td[data-label]:not(:empty)::before { content: attr(data-label) " "; color: var(--soft); }
          td[data-label]:empty { display: none; }
        }
        @media print {
          :root { --ink: #000; --soft: #333; --line: #999; --ground: #fff; --raised: #f2f2f2; --error: #900; --warning: #640;
            --info: #036; }
          @page { size: A4; margin: 15mm; }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          #filters { display: none; }
          thead { display: table-header-group; }
          tr, .tiles li { break-inside: avoid; }
          h2, .counts { break-after: avoid; }
          main { padding-right: 1px; }
        }
        """

    /// The filters: rows that do not fit are hidden, and sections without rows with them.
    static let script = """
        (() => {
          const form = document.getElementById('filters'), none = document.getElementById('none');
          const rows = [...document.querySelectorAll('tbody tr')];
          if (!rows.length) return;
          form.hidden = false;
          const texts = rows.map(row => row.textContent.toLowerCase());
          const apply = () => {
            const shown = new Set([...form.querySelectorAll('[name=severity]:checked')].map(box => box.value));
            const unit = form.unit.value, text = form.text.value.trim().toLowerCase();
            let count = 0;
            rows.forEach((row, index) => {
              const fits = shown.has(row.className) && (!unit || row.dataset.unit === unit)
                && (!text || texts[index].includes(text));
              row.hidden = !fits;
              if (fits) count++;
            });
            for (const section of document.querySelectorAll('main section')) {
              const own = [...section.querySelectorAll('tbody tr')];
              section.hidden = own.length > 0 ? own.every(row => row.hidden)
                : section.className === 'clean' && (unit !== '' || text !== '');
            }
            form.querySelector('output').textContent = count + ' / ' + rows.length;
            none.hidden = count > 0;
          };
          form.addEventListener('input', apply);
          form.addEventListener('submit', event => event.preventDefault());
          apply();
        })();
        """
}
