import { memberStates, statesNamed } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import fc from 'fast-check';
import { parseAnnouncementDate, parseMemberState, parsePartners } from './parse-announcement.ts';

const refusalOf = (read: () => unknown): Partial<Rejected> => {
  try {
    read();
  } catch (error) {
    if (error instanceof Rejected) return { code: error.code, details: error.details };
    throw error;
  }
  return {};
};

describe('which state', () => {
  const namesBesideTheirCode = [
    ['Korea, Rep.', 'KOR'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Egypt, Arab Rep.', 'EGY'],
    ['Gambia, The', 'GMB'],
    ['Palestine, State of', 'PSE'],
    ['Congo, The Democratic Republic of the', 'COD'],
    ['Czech Rep.', 'CZE'],
    ['Guinée-Bissau', 'GNB'],
    ['Tchad', 'TCD'],
    ['Gahna', 'GHA'],
    ['MFA Bangladesh, DPKO desk', 'BGD'],
  ] as const;

  it.each([
    ['Turkey', undefined, 'TUR'],
    ['Türkiye', 'TUR', 'TUR'],
    ['KOR', null, 'KOR'],
    ['NATO', 'X-NATO', 'X-NATO'],
    ['Korea', 'KOR', 'KOR'],
    ['Congo', 'COD', 'COD'],
    ['Kenya', 'ken ', 'KEN'],
    ['European External Action Service', 'X-EU', 'X-EU'],
  ])('%s with code %s is %s', (stated, code, expected) =>
    expect(parseMemberState(stated, code)).toBe(expected),
  );

  it('what is not known is left for the decision to refuse', () => {
    expect(parseMemberState('Atlantis', undefined)).toBe('Atlantis');
    expect(parseMemberState('Korea', undefined)).toBe('Korea');
  });

  it.each(namesBesideTheirCode)('%s beside %s is taken, whether any list knows it or not', (stated, code) =>
    expect(parseMemberState(stated, code)).toBe(code),
  );

  it('a name that no list knows is the state of the code beside it, whichever that is', () => {
    const unknown = fc.string({ minLength: 1 }).filter((name) => statesNamed(name).length === 0);
    const state = fc.constantFrom(...memberStates.map(({ code }) => code));
    fc.assert(fc.property(unknown, state, (name, code) => expect(parseMemberState(name, code)).toBe(code)));
  });

  it('the name of a state beside the code of another is refused, whichever they are', () => {
    const state = fc.constantFrom(...memberStates);
    fc.assert(
      fc.property(state, state, ({ name, code }, other) => {
        fc.pre(code !== other.code);
        expect(refusalOf(() => parseMemberState(name, other.code))).toEqual({
          code: 'STATE_CODE_MISMATCH',
          details: { field: 'isoAlpha3', allowed: [code] },
        });
      }),
    );
  });

  it('an unknown name beside a code of none is refused by the code', () =>
    expect(refusalOf(() => parseMemberState('Atlantis', 'XXX'))).toEqual({
      code: 'UNKNOWN_STATE',
      details: { field: 'isoAlpha3', nearest: [] },
    }));

  it.each([
    ['Turkey', 'KOR'],
    ['Turkey', 'XXX'],
    ['Korea', 'TUR'],
  ])('%s is not %s', (stated, code) =>
    expect(refusalOf(() => parseMemberState(stated, code))).toMatchObject({
      code: 'STATE_CODE_MISMATCH',
      details: { field: 'isoAlpha3' },
    }),
  );
});

it('partners come as a list or as one text', () => {
  expect(parsePartners('United States; Kenya')).toEqual(['United States', 'Kenya']);
  expect(parsePartners(['African Union ', 'Norway, Sweden'])).toEqual(['African Union', 'Norway', 'Sweden']);
  expect(parsePartners('Norge, Croatia; Serbia')).toEqual(['Norge', 'Croatia', 'Serbia']);
  expect(parsePartners(null)).toEqual([]);
});

describe('the day of an announcement', () => {
  const now = '2026-01-15T09:00:00.000Z';

  it.each([
    ['2026-01-15', '2026-01-15'],
    ['2014-09-26', '2014-09-26'],
    ['26 Sep 2014', '2014-09-26'],
    ['26/09/2014', '2014-09-26'],
    ['1970-01-01', '1970-01-01'],
    ['1948-05-29', '1948-05-29'],
    [undefined, null],
  ])('%s is %s', (stated, day) => expect(parseAnnouncementDate(stated, now)).toBe(day));

  it.each([
    ['DATE_IN_FUTURE', '2026-01-16', { today: '2026-01-15' }],
    ['DATE_IN_FUTURE', '16 January 2026', { today: '2026-01-15' }],
    ['DATE_TOO_EARLY', '1948-05-28', { earliest: '1948-05-29' }],
    ['DATE_TOO_EARLY', '1899-12-30', { earliest: '1948-05-29' }],
    ['DATE_TOO_EARLY', '1900-01-01', { earliest: '1948-05-29' }],
    ['DATE_TOO_EARLY', '0999-12-31', { earliest: '1948-05-29' }],
    ['DATE_UNREADABLE', '07/12/2021', { candidates: ['2021-12-07', '2021-07-12'] }],
    ['DATE_UNREADABLE', '2021-02-30', { candidates: [] }],
    ['DATE_UNREADABLE', 'soon', { candidates: [] }],
  ])('is refused as %s for %s, by its own name', (code, stated, details) =>
    expect(refusalOf(() => parseAnnouncementDate(stated, now))).toEqual({
      code,
      details: { field: 'announcedOn', ...details },
    }),
  );

  it('the morning of the next day in Seoul is no future day', () => {
    expect(parseAnnouncementDate('2026-01-16', '2026-01-15T23:30:00.000Z')).toBe('2026-01-16');
    expect(refusalOf(() => parseAnnouncementDate('2026-01-17', '2026-01-15T23:30:00.000Z'))).toMatchObject({
      code: 'DATE_IN_FUTURE',
    });
  });
});
