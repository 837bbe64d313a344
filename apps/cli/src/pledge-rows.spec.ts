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
  const header = [...HEADER, 'duplicateChecked'];
  const lines = rows.map((row) => header.map((name) => row[name] ?? '').join(','));
  const table = await readFileOf([header.join(','), ...lines].join('\n'), undefined, [pledgeRows]);
  const reader = pledgeRows.reader();
  const results: Partial<RowRequest & Fault>[] = [];
  for (const row of table.rows) results.push(reader(row));
  return results;
};

it('a row becomes an announcement with the words of the file; what was not stated is left out', async () => {
  const [request] = await read(example);
  expect(request).toEqual({
    id: expect.any(String),
    path: '/pledges',
    body: { pledgeId: request!.id, ...example },
  });
});

it('the same row has the same id in every run, wherever it stands among others', async () => {
  const [alone] = await read(example);
  const [, after] = await read({ ...example, capabilityCode: 'FPU' }, example);
  expect(after!.id).toBe(alone!.id);
});

it('other words do not make another pledge', async () => {
  const [before] = await read(example);
  const [after] = await read({ ...example, description: 'Infantry', quantity: '4' });
  expect(after!.id).toBe(before!.id);
});

it('the n-th such row is told apart, also when one before it is at fault', async () => {
  const [first, second] = await read(example, example);
  const [, other] = await read({ ...example, quantity: 'many' }, example);
  expect(second!.id).not.toBe(first!.id);
  expect(other!.id).toBe(second!.id);
});

it('a state without its code is found by its name', async () => {
  const [byCode] = await read({ ...example, isoAlpha3: 'TUR' });
  const [byName] = await read({ ...example, isoAlpha3: '', memberState: 'Turkey' });
  expect(byName!.id).toBe(byCode!.id);
});

it('what says neither yes nor no is a fault of the row', async () => {
  const [fault] = await read({ ...example, duplicateChecked: 'perhaps' });
  expect(fault).toMatchObject({ field: 'duplicateChecked', code: 'YES_OR_NO' });
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

it('a row that was checked for duplicates says so', async () => {
  const [request] = await read({ ...example, duplicateChecked: 'Yes' });
  expect(request!.body).toMatchObject({ duplicateChecked: true });
});
