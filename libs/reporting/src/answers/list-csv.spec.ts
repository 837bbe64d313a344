/** Expectations: accountability page, section 15 (every list is CSV), and found.md, B9 (no cell begins a formula). */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { described, flag, list, mapOf, number, object, orNull, text, whole } from './answer-schema.ts';
import { listCsv } from './list-csv.ts';

const item = object('Ship', {
  name: text,
  tons: orNull(number),
  armed: flag,
  flags: list(text),
  berth: orNull(object('Berth', { port: text, place: object('Place', { row: whole }) })),
  crew: list(object('Sailor', { name: text })),
  papers: mapOf(text),
  either: described<string | number>({ anyOf: [text, whole] }),
});

const rowsOf = (...items: readonly object[]) =>
  parse<Record<string, string>>(listCsv(item, items), { columns: true });

const ship = {
  name: 'Aurora',
  tons: 1.5,
  armed: false,
  flags: ['FRA', 'KEN'],
  berth: { port: 'Mombasa', place: { row: 3 } },
  crew: [{ name: 'A' }, { name: 'B' }],
  papers: { pass: 'yes' },
  either: 7,
};

it('has a column for each part of an item', () => {
  expect(rowsOf(ship)).toEqual([
    {
      name: 'Aurora',
      tons: '1.5',
      armed: 'false',
      flags: 'FRA; KEN',
      'berth.port': 'Mombasa',
      'berth.place.row': '3',
      crew: '[{"name":"A"},{"name":"B"}]',
      papers: '{"pass":"yes"}',
      either: '7',
    },
  ]);
});

it('has the same columns where a part is null, is left out, or there are no items', () => {
  const bare = { name: 'Bare', tons: null, armed: true, flags: [], berth: null, crew: [], papers: {} };
  const [header] = listCsv(item, []).split('\r\n');
  expect(listCsv(item, [bare]).split('\r\n')).toEqual([header, 'Bare,,true,,,,[],{},', '']);
});

it('begins no formula in a spreadsheet, keeps numbers, and has a line for each item', () => {
  const said = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', '-2', '@x', '\t=1', 'a\r\n=b'),
  );
  fc.assert(
    fc.property(said, fc.integer(), (name, tons) => {
      const [row, ...more] = rowsOf({
        ...ship,
        name,
        tons,
        flags: [name],
        berth: { port: name, place: { row: tons } },
      });
      expect(more).toEqual([]);
      const cells = [row?.['name'], row?.['flags'], row?.['berth.port']];
      expect(cells.filter((cell) => /^\s*[=@＝＠]|^\s*[+-](?![\d.,]+$)/u.test(cell ?? ''))).toEqual([]);
      expect([row?.['tons'], row?.['berth.place.row']]).toEqual([String(tons), String(tons)]);
    }),
  );
});
