/** No partner is lost, and no name is cut: whatever people put between names. */
import fc from 'fast-check';
import { partnersNamed, partsOfPartners } from './partner-names.ts';
import { namesOfStates } from './state-name.ts';

it.each([
  ['Norge, Croatia; Serbia', ['Norge', 'Croatia', 'Serbia']],
  ['Norway,Croatia;Serbia', ['Norway', 'Croatia', 'Serbia']],
  ['Norway and Sweden', ['Norway', 'Sweden']],
  ['Norway, Sweden, and Denmark', ['Norway', 'Sweden', 'Denmark']],
  ['NATO / EU & Kenya', ['NATO', 'EU', 'Kenya']],
  ['Congo, Norway', ['Congo', 'Norway']],
  ['UN Peacebuilding Fund, Norway', ['UN Peacebuilding Fund', 'Norway']],
  ['Norway\nSweden', ['Norway', 'Sweden']],
])('%s are %j', (written, names) => expect(partnersNamed(written)).toEqual(names));

it.each([
  ['Korea, Republic of; Norway', ['Korea, Republic of', 'Norway']],
  ['Norway, Korea, Republic of', ['Norway', 'Korea, Republic of']],
  ['Congo, Democratic Republic of the, Norway', ['Congo, Democratic Republic of the', 'Norway']],
  ['Sudan, South Africa', ['Sudan', 'South Africa']],
  ['Trinidad and Tobago and Antigua and Barbuda', ['Trinidad and Tobago', 'Antigua and Barbuda']],
  [
    'Macedonia, the former Yugoslav Republic of, Togo',
    ['Macedonia, the former Yugoslav Republic of', 'Togo'],
  ],
])('names keep what is theirs: %s', (written, names) => expect(partnersNamed(written)).toEqual(names));

it.each([
  ['Institute for Peace and Security, Oslo', ['Institute for Peace and Security, Oslo']],
  ['Kenya, Institute for Peace, Oslo, Norway', ['Kenya', 'Institute for Peace, Oslo', 'Norway']],
  ['six African partner militaries', ['six African partner militaries']],
  ['ET', ['ET']],
])('what cannot be told stays as it is stated: %s', (written, names) =>
  expect(partnersNamed(written)).toEqual(names),
);

it.each(['', ' ; ', ', ,', ';\n;'])('of nothing (%j) there are none', (written) =>
  expect(partnersNamed(written)).toEqual([]),
);

it('every name of a state is one name, alone and before others', () => {
  for (const { name } of namesOfStates()) {
    expect(partnersNamed(name)).toEqual([name.trim()]);
    expect(partnersNamed(`${name}; Norway`)).toEqual([name.trim(), 'Norway']);
    if (name !== 'Norway') expect(partnersNamed(`${name}, Viet Nam`).join('; ')).toContain(name.trim());
  }
});

it('no letter is lost, and what was parted is parted no further', () => {
  const words = fc.constantFrom(
    'Norway',
    'Korea',
    'Republic of',
    'Oslo',
    'and',
    ',',
    ';',
    '/',
    '&',
    'The',
    ' ',
  );
  const letters = (text: string) => text.replaceAll(/\band\b|[^\p{L}]/gu, '');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (said) => {
      const written = said.join(' ');
      const names = partnersNamed(written);
      // A word that parts names is a name only where it is all that was written.
      fc.pre(!written.split(';').some((text) => /^\W*(and\W*)+$/u.test(text)));
      expect(letters(names.join(' '))).toBe(letters(written));
      expect(names.flatMap(partnersNamed)).toEqual(names);
      expect(names.flatMap(partsOfPartners)).toEqual(partsOfPartners(written));
    }),
    { numRuns: 1000 },
  );
});
