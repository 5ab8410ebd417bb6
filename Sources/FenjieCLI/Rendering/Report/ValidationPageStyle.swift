/// How the page of findings looks and what its filters do; the page holds both, so that it needs nothing beside itself.
enum ValidationPageStyle {
    /// The rules behind those of all pages.
    static let sheet = """
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
        td:nth-child(-n+3) { white-space: nowrap; width: 1%; }
        .mark { font-weight: 600; }
        .code { display: block; width: max-content; font: .8rem ui-monospace, monospace; color: var(--soft); text-decoration: none; }
        .code:hover { text-decoration: underline; }
        dt { font-weight: 600; margin-top: .75rem; } dt code { font-weight: normal; color: var(--soft); } dd { margin: 0; }
        tr[hidden], section[hidden] { display: none; }
        @media (max-width: 40rem) { td:nth-child(-n+3) { width: auto; white-space: normal; } }
        @media print { #filters { display: none; } .counts { break-after: avoid; } }
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
