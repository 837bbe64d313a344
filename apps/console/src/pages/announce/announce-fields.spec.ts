/** Each field of an announcement stands in one place of the form, or is none of its reader's business. */
import { knownCommand } from '../../forms/known-commands.ts';
import { categoriesOf, partsOf, TRACKS } from './announce-fields.ts';

const { fields } = await knownCommand('AnnouncePledge');
const readers = TRACKS.flatMap((track) =>
  [true, false].flatMap((isState) =>
    (['no', 'may', 'must'] as const).map((forOthers) => ({ track, isState, forOthers })),
  ),
);

it.each(readers)('%o: no field twice, and all that must be said are asked first', (reader) => {
  const { first, additional, more } = partsOf(fields, reader);
  const names = [...first, ...additional, ...more].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const needed = fields.filter(({ required }) => required).map(({ name }) => name);
  expect(first.map(({ name }) => name)).toEqual(
    expect.arrayContaining(needed.filter((name) => !(reader.isState && name === 'memberState'))),
  );
});

it.each(readers)('%o: whose act it was is asked of who may record it', (reader) => {
  const { onBehalfOf } = partsOf(fields, reader);
  expect(onBehalfOf?.required ?? null).toBe({ no: null, may: false, must: true }[reader.forOthers]);
});

it('a state is not asked who it is', () => {
  const { first, more } = partsOf(fields, { track: 'CAPABILITY', isState: true, forOthers: 'no' });
  const names = [...first, ...more].map(({ name }) => name);
  expect(names.filter((name) => /state|iso/i.test(name))).toEqual([]);
});

it('units are asked for persons, money for its amount', () => {
  const first = (track: (typeof TRACKS)[number]) =>
    partsOf(fields, { track, isState: true, forOthers: 'no' }).first.map(({ name }) => name);
  expect(first('CAPABILITY')).toEqual(expect.arrayContaining(['strength', 'aircraft']));
  expect(first('CAPABILITY')).not.toContain('money');
  expect(first('IMPLEMENTATION')).toContain('money');
  expect(first('IMPLEMENTATION')).not.toContain('strength');
});

it('every category is of one track at least; units lead to one alone', () => {
  expect(new Set(TRACKS.flatMap(categoriesOf)).size).toBe(12);
  expect(categoriesOf('CAPABILITY')).toContain('UNIT');
  expect(categoriesOf('IMPLEMENTATION')).not.toContain('UNIT');
  expect(categoriesOf('IMPLEMENTATION')).toContain('FINANCE');
});
