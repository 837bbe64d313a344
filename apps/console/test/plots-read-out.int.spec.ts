/** A plot is a table for who does not see it: its caption, its headers, and every number that is drawn. */
import { closeBrowser, open } from './testing/console.ts';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

interface Plot {
  readonly title: string | null;
  readonly captions: readonly string[];
  readonly tables: number;
  readonly withoutHeaders: number;
  readonly rowsWithoutNumber: readonly string[];
  /** A square or a bar of any kind. */
  readonly isDrawn: boolean;
  readonly drawn: number;
  readonly counted: number;
}

/** What a screen reader is given of each plot, once what can be opened is open; squares and bars are hidden from it. */
const plotsOf = ({ page }: Opened): Promise<readonly Plot[]> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    return [...document.querySelectorAll('figure')].map((figure) => {
      const tables = [...figure.querySelectorAll('table')];
      const rows = tables.flatMap((table) => [...table.querySelectorAll('tbody tr')]);
      const squares = figure.querySelectorAll('.squares-of .square').length;
      const total = tables
        .filter((table) => table.closest('details.behind') !== null)
        .flatMap((table) => [...table.querySelectorAll('tbody tr')])
        .reduce((sum, row) => sum + Number(row.querySelector('td')?.textContent.replaceAll(',', '')), 0);
      return {
        title: document.getElementById(figure.getAttribute('aria-labelledby') ?? '')?.textContent ?? null,
        captions: tables.map((table) => table.caption?.textContent ?? ''),
        tables: tables.length,
        withoutHeaders: tables.filter(
          (table) =>
            table.querySelector('thead th[scope=col]') === null ||
            [...table.querySelectorAll('tbody tr')].some(
              (row) => row.querySelector('th[scope=row]') === null,
            ),
        ).length,
        rowsWithoutNumber: rows
          .filter((row) => (row.querySelector('td')?.textContent ?? '').trim() === '')
          .map((row) => row.textContent),
        isDrawn: figure.querySelector('.square, .mark') !== null,
        drawn: squares,
        counted: squares === 0 ? 0 : total,
      };
    });
  });

it.each([
  ['the overview', '/', 5],
  ['the states', '/states', 1],
  ['a state', '/states/RWA', 2],
  ['a state by conference', '/states/RWA?tab=conferences', 1],
  ['a conference', '/conferences/2015-new-york', 2],
  ['a report', '/reports/what-became?by=category', 2],
])(
  '3. every plot of %s is read out as a table with caption, headers and every number',
  async (_, path, fewest) => {
    const opened = await open(null);
    await opened.go(path);
    await opened.page
      .getByRole('figure')
      .nth(fewest - 1)
      .waitFor();
    const plots = await plotsOf(opened);
    expect(plots.length).toBeGreaterThanOrEqual(fewest);
    for (const {
      title,
      captions,
      tables,
      withoutHeaders,
      rowsWithoutNumber,
      isDrawn,
      drawn,
      counted,
    } of plots) {
      expect([title, title]).not.toEqual([title, '']);
      // Where nothing can be said yet, nothing is drawn either.
      expect([title, isDrawn && tables === 0]).toEqual([title, false]);
      expect([title, captions.filter((caption) => caption.trim() === '')]).toEqual([title, []]);
      expect([title, withoutHeaders, rowsWithoutNumber]).toEqual([title, 0, []]);
      expect([title, counted]).toEqual([title, drawn]);
    }
  },
);

it('3. the tree of accessibility has the tables, and no bar or square', async () => {
  const opened = await open(null);
  await opened.go('/');
  const steps = opened.page.getByRole('figure', { name: 'How far did pledges come?' });
  const said = await steps.ariaSnapshot();
  expect(said).toMatch(/- table "/);
  expect(said).toMatch(/- columnheader "Step"/);
  expect(said).toMatch(/- rowheader "Acknowledged/);
});
