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

it.each([
  ['quantity', 'plenty', 'QUANTITY_UNREADABLE'],
  ['quantity', '5-3', 'QUANTITY_UNREADABLE'],
  ['announcedOn', '28.09.2015', 'DATE_UNREADABLE'],
  ['announcedOn', '2015-02-30', 'DATE_UNREADABLE'],
  ['announcedOn', '2015-13-01', 'DATE_UNREADABLE'],
  ['duplicateChecked', 'perhaps', 'YES_OR_NO'],
])('%s "%s" is a fault of the row', async (field, text, code) => {
  const [fault] = await read({ ...example, [field]: text });
  expect(fault).toMatchObject({ field, code });
});

it.each(['', 'up to 300', 'over 450', '2-3', '1000000000'])(
  'quantity "%s" is sent as stated',
  async (text) => {
    const [request] = await read({ ...example, quantity: text });
    expect((request!.body as Record<string, unknown>).quantity).toBe(text || undefined);
  },
);

it('a row that was checked for duplicates says so', async () => {
  const [request] = await read({ ...example, duplicateChecked: 'Yes' });
  expect(request!.body).toMatchObject({ duplicateChecked: true });
});
