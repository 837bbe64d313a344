import { conferenceRows } from './conference-rows.ts';
import { readFileOf } from './reading/testing/reading.ts';

const { required, optional } = conferenceRows.columns;
const meeting = { code: '2016-paris', kind: 'ministerial', name: 'Ministerial', source: 'Press' };

const read = async (row: Readonly<Record<string, string>>, header = [...required, ...optional]) => {
  const file = `${header.join(',')}\n${header.map((name) => row[name] ?? '').join(',')}`;
  const table = await readFileOf(file, undefined, [conferenceRows]);
  const reader = conferenceRows.reader();
  const results: unknown[] = [];
  for (const found of table.rows) results.push(reader(found));
  return results[0];
};

it.each([
  ['yes', { series: true }],
  ['No', { series: false }],
  ['FALSE', { series: false }],
  ['', {}],
])('whether it is of the series is told by "%s"', async (series, sent) => {
  expect(await read({ ...meeting, series })).toMatchObject({ body: { ...meeting, ...sent } });
});

it('in a file without that column nothing is said of it', async () => {
  expect(await read(meeting, [...required])).toMatchObject({ body: meeting });
});

it('anything but yes and no is a fault of the row', async () =>
  expect(await read({ ...meeting, series: 'perhaps' })).toMatchObject({
    field: 'series',
    code: 'YES_OR_NO',
  }));

it('what a fundraising conference raises money for is sent in its words', async () => {
  const raising = { ...meeting, kind: 'fundraising', raisesFor: 'Peacebuilding Fund' };
  expect(await read(raising)).toMatchObject({ body: raising });
});
