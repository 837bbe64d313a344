import fc from 'fast-check';
import {
  announcedPledgeId,
  announcementKey,
  differingFields,
  isDerivedId,
  type Keyed,
  type Stated,
} from './announcement-key.ts';
import { ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS } from './events/announcement-defaults.ts';

const terms: NonNullable<Stated['terms']> = {
  mission: 'UNMISS',
  hostState: null,
  post: null,
  postsFrom: null,
  tourMonths: 12,
  languages: ['fr', 'en'],
  targetGroup: null,
  implementingBody: null,
  use: null,
  validUntil: null,
  unitType: null,
  partOfUnit: null,
  womenShareTarget: null,
  hospitalLevel: null,
  accreditedOn: null,
  arrearsOwed: null,
};
const quantity = (min: number | null, unit: string | null, max = min, asStated: string | null = null) => ({
  min,
  max,
  unit,
  asStated,
});
const dollars = (amount: number): NonNullable<Stated['money']> => ({
  amountMin: amount,
  amountMax: amount,
  currency: 'USD',
  currencyAssumed: false,
  per: null,
  funding: null,
  asStated: String(amount),
});

const offer: Keyed = {
  ...ANNOUNCEMENT_DEFAULTS,
  ...ORDINARY_ENTRY,
  conference: '2021-seoul',
  memberState: 'TGO',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: quantity(1, 'unit'),
  description: 'One infantry battalion, équipé',
  timeframe: 'within a year',
  partners: ['Kenya', 'United States'],
  announcedOn: '2021-12-07',
  source: 'Note verbale 5',
  themes: ['medical', 'a4p-conduct'],
  terms,
};
const additional: Keyed = { ...offer, additional: true, additionalReason: 'A second one: NV 7' };

/**
 * Pledges that were entered are found again by these keys. Where this must change, because announcements are read in another
 * way, raise the version of the view announced-offers: it then makes the keys of what is stored anew.
 */
it('an announcement has the same id for as long as it is read in the same way', () => {
  expect(announcedPledgeId(offer)).toBe('d11ce351-c8d4-55ed-8191-ce2b49f4e236');
  expect(announcedPledgeId(additional)).toBe('3466dee3-a4bf-55c3-8554-9c67348b6be2');
  expect(announcedPledgeId(additional, 2)).toBe('fa1dfb06-bd31-504f-b883-4a8b3fdf4344');
});

it('the ids are those that no caller may give: of version 5', () => {
  expect([announcedPledgeId(offer), announcedPledgeId(additional)].every(isDerivedId)).toBe(true);
  expect(
    ['0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f66', '5555a5b2-5555-4555-8a45-555555555555'].some(isDerivedId),
  ).toBe(false);
});

it('partners that were kept as one name before are the same partners', () => {
  const before: Keyed = { ...offer, partners: ['Norge, Croatia', 'Korea, Republic of'] };
  const now: Keyed = { ...offer, partners: ['Norge', 'Croatia', 'Korea, Republic of'] };
  expect(announcementKey(now)).toBe(announcementKey(before));
  expect(differingFields(now, before)).toEqual([]);
});

describe('announcements that differ in spelling alone are one', () => {
  it.each<[string, Partial<Keyed>]>([
    ['a figure in other words', { quantity: quantity(1, 'unit', 1, 'one') }],
    ['a unit in the plural', { quantity: quantity(1, ' Units') }],
    ['blanks and line breaks', { description: ' One infantry\r\nbattalion,  équipé ' }],
    ['accents written apart', { description: offer.description.normalize('NFD') }],
    ['partners in another order', { partners: ['United States', 'Kenya '] }],
    ['themes in another order', { themes: ['a4p-conduct', 'medical'] }],
    ['languages in another order', { terms: { ...terms, languages: ['en', 'fr'] } }],
  ])('%s', (_, changes) => {
    expect(differingFields(offer, { ...offer, ...changes })).toEqual([]);
    expect(announcedPledgeId({ ...offer, ...changes })).toBe(announcedPledgeId(offer));
  });

  it('money as it was stored before its unit was known as one', () => {
    const finance = { ...offer, category: 'FINANCE', capabilityCode: 'FIN-PBF' };
    const stored = { ...finance, quantity: quantity(5, 'USD') };
    const read = { ...finance, quantity: null, money: { ...dollars(5), asStated: '5.00' } };
    expect(announcementKey(stored)).toBe(announcementKey(read));
  });

  it('money in words that were not known as such when it was stored', () => {
    const finance = { ...offer, category: 'FINANCE', capabilityCode: 'FIN-PBF' };
    const stored = { ...finance, quantity: quantity(5, 'USD million', 5, '5') };
    expect(announcementKey(stored)).toBe(
      announcementKey({ ...finance, quantity: null, money: dollars(5_000_000) }),
    );
  });

  it('what is about the entry alone is not looked at', () => {
    const entry = { pledgeId: 'one', reference: 'R', memberStateAsStated: 'Togo', duplicateChecked: true };
    expect(announcementKey({ ...entry, missing: [], ...offer } as Keyed)).toBe(announcementKey(offer));
  });

  it('the order in which fields are given', () => {
    const fields = fc.shuffledSubarray(Object.entries(offer), { minLength: Object.keys(offer).length });
    fc.assert(
      fc.property(fields, (shuffled) => {
        expect(announcementKey(Object.fromEntries(shuffled) as unknown as Keyed)).toBe(
          announcementKey(offer),
        );
      }),
    );
  });
});

describe('announcements that differ in one field are two, and the field is named', () => {
  const other: { readonly [Field in keyof Stated]: readonly Stated[Field][] } = {
    conference: ['2019-new-york', null],
    memberState: ['BEN'],
    category: ['ENABLER'],
    capabilityCode: ['FPU', null],
    quantity: [
      null,
      quantity(2, 'unit'),
      quantity(0, 'unit', 1),
      quantity(1, 'troops'),
      quantity(null, 'unit'),
    ],
    strength: [quantity(850, 'persons')],
    aircraft: [quantity(3, 'aircraft')],
    money: [dollars(5), { ...dollars(5), per: 'YEAR' }],
    description: ['Two infantry battalions', 'one infantry battalion, équipé'],
    timeframe: ['soon', null],
    partners: [[], ['Kenya'], ['Kenya', 'United States', 'France']],
    announcedOn: ['2021-12-08', null],
    source: ['Note verbale 6'],
    speaker: [{ name: null, rank: 'HEAD_OF_STATE', ministry: null }],
    standing: ['RENEWED'],
    renews: ['00000000-0000-7000-8000-000000000001'],
    themes: [[], ['medical']],
    mainTheme: ['medical'],
    terms: [
      null,
      { ...terms, mission: 'MONUSCO' },
      { ...terms, tourMonths: 24 },
      { ...terms, postsFrom: '2027-01-01' },
      { ...terms, languages: ['fr'] },
    ],
    idea: ['00000000-0000-7000-8000-000000000002'],
    need: ['00000000-0000-7000-8000-000000000003'],
  };
  const cases = Object.entries(other).flatMap(([field, values]) =>
    values.map((value) => [field, value] as const),
  );

  it.each(cases)('%s: %j', (field, value) => {
    const changed = { ...offer, [field]: value };
    expect(differingFields(offer, changed)).toEqual([field]);
    expect(differingFields(changed, offer)).toEqual([field]);
    expect(announcementKey(changed)).not.toBe(announcementKey(offer));
  });

  it('words cannot run from one field into the next', () => {
    const split = (at: number) => ({
      ...offer,
      description: offer.source.slice(0, at),
      source: offer.source.slice(at),
    });
    const keys = [5, 6, 7].map((at) => announcementKey(split(at)));
    expect(new Set(keys).size).toBe(3);
  });
});

describe('an additional offer', () => {
  it('is another one than the same offer that is not', () =>
    expect(announcementKey(additional)).not.toBe(announcementKey(offer)));

  it('is another one for another reason, not for another spelling of it', () => {
    expect(announcementKey({ ...additional, additionalReason: 'NV 8' })).not.toBe(
      announcementKey(additional),
    );
    expect(announcementKey({ ...additional, additionalReason: ' A second one:\nNV 7' })).toBe(
      announcementKey(additional),
    );
  });

  it('is told apart by its number from others in the same words; others have none', () => {
    const ids = [1, 2, 3].map((nth) => announcedPledgeId(additional, nth));
    expect(new Set([...ids, announcedPledgeId(offer)]).size).toBe(4);
    expect(announcedPledgeId(offer, 2)).toBe(announcedPledgeId(offer));
  });
});
