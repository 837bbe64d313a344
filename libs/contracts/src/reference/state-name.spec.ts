/** Names as people, the World Bank, IATI and ISO write them. The expected codes are from those lists, not from the data. */
import fc from 'fast-check';
import countries from 'i18n-iso-countries';
import { memberStates } from './member-state.ts';
import { namesOfStates, nearestMemberStates, resolveMemberState, statesNamed } from './state-name.ts';
import { unknownState } from './unknown-state.ts';

describe('resolving what people write', () => {
  it.each([
    ['Turkey', 'TUR'],
    ['Republic of Türkiye', 'TUR'],
    ['Ivory Coast', 'CIV'],
    ['Vietnam', 'VNM'],
    ['Czech Republic', 'CZE'],
    ['Swaziland', 'SWZ'],
    ['Macedonia', 'MKD'],
    ['Cape Verde', 'CPV'],
    ['South Korea', 'KOR'],
    ['DRC', 'COD'],
    ['Burma', 'MMR'],
    ['UK', 'GBR'],
    ['Great Britain', 'GBR'],
    ['U.S.A.', 'USA'],
    ['Russia', 'RUS'],
    ['NATO', 'X-NATO'],
    ['AU', 'X-AU'],
  ])('%s is %s', (name, code) => expect(resolveMemberState(name)).toBe(code));

  it('every code leads to its own state', () =>
    expect(memberStates.filter(({ code }) => resolveMemberState(code) !== code)).toEqual([]));

  it('a name that two states bear is not guessed', () => {
    expect(resolveMemberState('Korea')).toBeUndefined();
    expect(resolveMemberState('the Congo')).toBeUndefined();
  });

  it.each([
    ['  viet   NAM ', 'VNM'],
    ['TÜRKİYE', 'TUR'],
    ['Cote d’Ivoire', 'CIV'],
    ['The Gambia', 'GMB'],
    ['Bolivia, Plurinational State of', 'BOL'],
    ['Trinidad & Tobago', 'TTO'],
    ['Guinea Bissau', 'GNB'],
    ['kor', 'KOR'],
    ['x-eu', 'X-EU'],
  ])('case, accents, apostrophes, punctuation and "the" make no difference: %s', (text, code) =>
    expect(resolveMemberState(text)).toBe(code),
  );

  it('what is no state is nothing', () => {
    for (const text of [
      '',
      ' ',
      'the',
      'Atlantis',
      'KR',
      'Taiwan',
      '__proto__',
      'six African partner militaries',
    ]) {
      expect(resolveMemberState(text)).toBeUndefined();
    }
  });
});

/** Borne by several states, in any language: never guessed. */
const SHARED = [
  ...['Congo', 'Конго', 'الكونغو', '刚果'],
  ...['Korea', 'Corée', 'Corea', 'Корея', 'كوريا'],
  ...['Czechoslovakia', 'Serbia and Montenegro', 'Yugoslavia'],
];

const names = namesOfStates();

describe('every name in the data', () => {
  it('resolves to exactly its state, unless several bear it', () => {
    const lost = names.filter(({ name, code }) => resolveMemberState(name) !== code);
    expect([...new Set(lost.map(({ name }) => name))].toSorted()).toEqual(SHARED.toSorted());
  });

  it.each(SHARED)('%s is never guessed, and its bearers are told', (name) => {
    expect(resolveMemberState(name)).toBeUndefined();
    const { code, details } = unknownState('memberState', name);
    expect(code).toBe('UNKNOWN_STATE');
    expect(details).toMatchObject({ field: 'memberState' });
    expect((details.candidates as readonly unknown[]).length).toBeGreaterThan(1);
  });

  it('is the same name in other case, with other blanks and hyphens, with and without accents and "the"', () => {
    const known = names.filter(({ name, code }) => resolveMemberState(name) === code);
    const written: readonly ((name: string) => string)[] = [
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => ` ${name.replaceAll(' ', '  ')}\t`,
      (name) => name.replaceAll(' ', '\u00a0'),
      (name) => name.replaceAll('-', ' '),
      (name) => name.replaceAll(' ', '-'),
      (name) => name.normalize('NFD'),
      (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
      (name) => `The ${name}`,
      (name) => name.replaceAll(' and ', ' & '),
      (name) => name.replaceAll('Saint', 'St.'),
      (name) => name.replaceAll('Saint', 'St'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.constantFrom(...written), ({ name, code }, otherwise) => {
        // A code is the exact text, and no name.
        if (/^(the )?[A-Z]{3}$/i.test(name)) return;
        expect([otherwise(name), resolveMemberState(otherwise(name))]).toEqual([otherwise(name), code]);
      }),
      { numRuns: 1000 },
    );
  });

  it('covers every state in each of the six languages of the United Nations', () => {
    for (const language of ['ar', 'en', 'es', 'fr', 'ru', 'zh']) {
      const inLanguage = countries.getNames(language, { select: 'all' });
      const lost = memberStates
        .filter(({ kind }) => kind !== 'ORGANISATION')
        .flatMap(({ code }) =>
          (inLanguage[countries.alpha3ToAlpha2(code) ?? ''] ?? []).filter(
            (name) => !statesNamed(name).includes(code),
          ),
        );
      expect([language, lost]).toEqual([language, []]);
    }
  });
});

describe('names turned round for an index', () => {
  it.each([
    ['Korea, Rep.', 'KOR'],
    ["Korea, Dem. People's Rep.", 'PRK'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Congo, Rep.', 'COG'],
    ['Egypt, Arab Rep.', 'EGY'],
    ['Gambia, The', 'GMB'],
    ['Bahamas, The', 'BHS'],
    ['Yemen, Rep.', 'YEM'],
    ['Venezuela, RB', 'VEN'],
    ['Micronesia, Fed. Sts.', 'FSM'],
    ['Congo, The Democratic Republic of the', 'COD'],
    ['CONGO, THE DEMOCRATIC REPUBLIC OF THE', 'COD'],
    ['Tanzania, United Republic of', 'TZA'],
    ['Tanzania (the United Republic of)', 'TZA'],
    ['Palestine, State of', 'PSE'],
    ['Iran (Islamic Republic of)', 'IRN'],
    ['Iran (République islamique d’)', 'IRN'],
    ['Congo (República Democrática del)', 'COD'],
    ['Боливия (Многонациональное Государство)', 'BOL'],
    ['Kenya, Republic of', 'KEN'],
    ['Sudan, South', 'SSD'],
    ['Korea (South)', 'KOR'],
    ['Guinea, Equatorial', 'GNQ'],
    ['Myanmar (Burma)', 'MMR'],
    ['Eswatini (Swaziland)', 'SWZ'],
  ])('%s is %s', (name, code) => expect(resolveMemberState(name)).toBe(code));

  it.each(['Korea (Congo)', 'Kenya (Ghana)', 'Sudan, North', 'China, Republic of', 'Guinea (Papua)'])(
    '%s is no name of one state',
    (name) => expect(resolveMemberState(name)).toBeUndefined(),
  );
});

it.each([
  ['Czech Rep.', 'CZE'],
  ['Guinée-Bissau', 'GNB'],
  ['Tchad', 'TCD'],
  ['Chad', 'TCD'],
  ['St Vincent & the Grenadines', 'VCT'],
  ['Sainte-Lucie', 'LCA'],
  ['San Vicente y las Granadinas', 'VCT'],
  ['Rép. dém. du Congo', 'COD'],
  ['Côte d Ivoire', 'CIV'],
  ['俄罗斯联邦', 'RUS'],
  ['Российская Федерация', 'RUS'],
  ['الاتحاد الروسي', 'RUS'],
  ['Fédération de Russie', 'RUS'],
  ['Federación de Rusia', 'RUS'],
  ['Zaire', 'COD'],
  ['Upper Volta', 'BFA'],
  ['LAS', 'X-LAS'],
])('%s is %s', (name, code) => expect(resolveMemberState(name)).toBe(code));

describe('a near miss', () => {
  it.each([
    ['Gahna', 'GHA'],
    ['Niggeria', 'NGA'],
    ['Malwi', 'MWI'],
    ['Frnace', 'FRA'],
    ['Unite States', 'USA'],
    ['South Koera', 'KOR'],
  ])('%s is refused, with %s nearest', (written, code) => {
    expect(resolveMemberState(written)).toBeUndefined();
    const { message, details } = unknownState('memberState', written);
    const [nearest] = details.nearest as readonly { readonly code: string }[];
    expect(nearest?.code).toBe(code);
    expect(message).toContain(`(${code})`);
  });

  it('is among the three nearest, whichever letter of a long name is lost', () => {
    const long = memberStates.filter(({ name }) => name.length >= 6);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), ({ name, code }, at) => {
        const written = name.slice(0, at % name.length) + name.slice((at % name.length) + 1);
        const meant = resolveMemberState(written) ?? nearestMemberStates(written).map((near) => near.code);
        expect(typeof meant === 'string' ? [meant] : meant).toContain(code);
      }),
      { numRuns: 200 },
    );
  });

  it('of nothing is refused without a guess', () =>
    expect(unknownState('memberState', 'Atlantis').details).toEqual({ field: 'memberState', nearest: [] }));

  it('of a name as long as a field may be costs no more than a moment', () =>
    expect(nearestMemberStates('x'.repeat(10_000))).toEqual([]));
});
