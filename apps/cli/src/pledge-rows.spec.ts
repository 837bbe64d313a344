import { pledgeRows } from './pledge-rows.ts';
import type { Fault } from './problem.ts';
import { readFileOf } from './reading/testing/reading.ts';
import type { RowRequest } from './row-kind.ts';

const HEADER = pledgeRows.columns.required;

const example = {
  conference: '2015-new-york',
  memberState: 'Sri Lanka',
  isoAlpha3: 'LKA',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: '2-3',
  unit: 'units',
  description: 'Infantry battalions',
  source: 'https://example.org/speech',
};

const read = async (...rows: readonly Readonly<Record<string, string>>[]) => {
  const header = [...HEADER, ...pledgeRows.columns.optional];
  const lines = rows.map((row) => header.map((name) => row[name] ?? '').join(','));
  const table = await readFileOf([header.join(','), ...lines].join('\n'), undefined, [pledgeRows]);
  const reader = pledgeRows.reader();
  const results: Partial<RowRequest & Fault>[] = [];
  for (const row of table.rows) results.push(reader(row));
  return results;
};

it('a row becomes an announcement with the words of the file; what was not stated is left out', async () => {
  const [request] = await read(example);
  expect(request).toMatchObject({
    line: 2,
    path: '/pledges',
    checkPath: '/announcement-checks',
    body: example,
  });
  expect(request!.body).toEqual(example);
});

it('no row names an id: which pledge it is follows from what it says', async () => {
  const [one, other] = await read(example, { ...example, description: 'Others' });
  expect([one, other].map((request) => request?.body)).toEqual([
    example,
    { ...example, description: 'Others' },
  ]);
});

it('strength and aircraft stand beside the units, in the words of the file', async () => {
  const beside = { ...example, strength: 'up to 120', aircraft: '3' };
  expect((await read(beside))[0]!.body).toEqual(beside);
});

it('a row that names its pledge sends the name', async () => {
  const pledge = '2015-new-york/LKA/INF-BN-7F3K2';
  expect((await read({ ...example, pledge }))[0]!.body).toEqual({ ...example, pledge });
});

it('additional rows in the same words are numbered, others begin anew', async () => {
  const additional = { ...example, additional: 'yes', additionalReason: 'Another battalion' };
  const rows = await read(
    example,
    additional,
    { ...additional, additional: 'TRUE' },
    { ...additional, additionalReason: 'NV 7' },
    { ...example, additional: 'no' },
  );
  const numbers = rows.map(({ body }) => [body?.additional, body?.additionalNumber]);
  expect(numbers).toEqual([
    [undefined, undefined],
    [true, 1],
    [true, 2],
    [true, 1],
    [undefined, undefined],
  ]);
});

it.each(['additional', 'lateEntry'])('%s says yes or no, or is a fault of the row', async (field) => {
  const [fault] = await read({ ...example, [field]: 'perhaps' });
  expect(fault).toMatchObject({ field, code: 'YES_OR_NO' });
});

it.each([
  ['yes', true],
  ['TRUE', true],
  ['no', undefined],
  ['', undefined],
])('a late entry is told by "%s"', async (cell, lateEntry) => {
  const [request] = await read({ ...example, lateEntry: cell });
  expect(request?.body).toEqual({ ...example, ...(lateEntry && { lateEntry }) });
});

it.each([
  ['quantity', ''],
  ['quantity', 'up to 300'],
  ['quantity', '5.5 million USD'],
  ['quantity', 'plenty'],
  ['unit', 'kroner'],
  ['announcedOn', '7 Dec 2021'],
  ['announcedOn', '07/12/2021'],
])('%s "%s" is sent as stated: what it means is the server\'s to judge', async (field, text) => {
  const [request] = await read({ ...example, [field]: text });
  expect((request!.body as Record<string, unknown>)[field]).toBe(text || undefined);
});

it.each(['duplicateChecked', 'DUPLICATECHECKED', 'Duplicate checked', 'duplicate_checked'])(
  'a file with the column "%s" is refused with what stands for it now',
  async (column) => {
    const file = `${[...HEADER, column].join(',')}\n${HEADER.map(() => 'x').join(',')},yes\n`;
    await expect(readFileOf(file, undefined, [pledgeRows])).rejects.toThrow(
      `unknown: ${column}). Instead of duplicateChecked write additional, with additionalReason. Expected: conference,`,
    );
  },
);

it('a file with another column that is unknown gets no such hint', async () => {
  const file = `${[...HEADER, 'checked'].join(',')}\n`;
  await expect(readFileOf(file, undefined, [pledgeRows])).rejects.toThrow('(unknown: checked). Expected:');
});
