/** Excel workbooks: what people see in the first sheet, and no more memory than a table of pledges needs. */
import { cellsOf, readFileOf, refusalOf } from './testing/reading.ts';
import { rowsXml, sheetXml, workbookOf, type Cell } from './testing/workbooks.ts';

const HEADER = ['Member State', 'quantity', 'description', 'source'];
const book = (...rows: readonly (readonly Cell[])[]): Buffer =>
  workbookOf(sheetXml(rowsXml([HEADER, ...rows])));

it('is read whatever its name, first sheet only, and says so', async () => {
  const read = await readFileOf(book(['Côte d’Ivoire', 1, 'one', null], [], ['Togo', 2, 'two', null]));
  expect(read).toMatchObject({ kind: 'pledges', readAs: 'first sheet of an Excel workbook', count: 2 });
  expect(read.columns).toEqual(['memberState', 'quantity', 'description', 'source']);
  expect(read.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [2, 'Côte d’Ivoire', '1', 'one', ''],
    [4, 'Togo', '2', 'two', ''],
  ]);
});

it.each<[string, Cell, string]>([
  ['a number', 20_400_000, '20400000'],
  ['a number with noise', 0.1 + 0.2, '0.3'],
  ['a number with cents', 1234567.1, '1234567.1'],
  ['a day', { day: 44_537 }, '2021-12-07'],
  ['a text that looks like a number', '007', '007'],
  ['a text with lines', 'one\ntwo', 'one\ntwo'],
  ['a formula, by its result', { formula: 'A1&B1', result: 'both' }, 'both'],
  ['a text guarded by us', "'=1+1", '=1+1'],
])('%s is read as people see it', async (_what, cell, text) => {
  expect((await cellsOf(book(['Togo', 1, cell, null])))[0]![2]).toBe(text);
});

it('the error of a formula is the fault of its row', async () => {
  const { rows } = await readFileOf(book(['Togo', { formula: '1/0', result: '#DIV/0!' }, 'one', null]));
  expect(rows[0]!.fault).toMatchObject({ field: 'quantity', code: 'CELL_ERROR' });
});

describe('a workbook that is refused in one line', () => {
  it('has formulas that nobody has calculated', async () => {
    const refusal = await refusalOf(book(['Togo', { formula: 'SUM(C1:C9)' }, 'one', null]));
    expect(refusal).toMatchObject({ code: 2 });
    expect(refusal.message).toContain('it has formulas without results');
  });

  it('says that it has a thousand million rows', async () => {
    const refusal = await refusalOf(
      workbookOf(sheetXml('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')),
    );
    expect(refusal).toMatchObject({ code: 2 });
    expect(refusal.message).toMatch(/^the workbook cannot be read \(/);
  });

  it('says that it has more columns than any sheet', async () => {
    const refusal = await refusalOf(workbookOf(sheetXml('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>')));
    expect(refusal).toMatchObject({ code: 2 });
  });

  it('is a bomb: a small file that unpacks to gigabytes', async () => {
    const refusal = await refusalOf(workbookOf(sheetXml(' '.repeat(140_000_000))));
    expect(refusal.message).toContain('unpacked it is too large');
  });

  it('is damaged', async () => {
    const file = book(['Togo', 1, 'one', null]);
    expect(await refusalOf(file.subarray(0, file.length - 40))).toMatchObject({ code: 2 });
  });
});
