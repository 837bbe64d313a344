/** One spec for the chapter, as the chapter is one file: it is read beside it. */
import { after } from '../testing/a-pledge.ts';
import { amended } from '../testing/amended-life.ts';
import { announced, registered } from '../testing/early-life.ts';
import { atLevel1, atLevel2, atLevel3, atRapid, historyTo } from '../testing/later-life.ts';
import { idOf } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { moneyPromised, promisedIn } from './amendment.state.ts';

const { AmendPledge, LinkAnnouncement } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const units = (min: number | null, max: number | null, unit: string | null = 'units') => ({
  min,
  max,
  unit,
  asStated: null,
});
const before = { min: 2, max: 3, unit: 'units', asStated: '2-3' };
const quantity = (to: unknown, old: unknown = before) => ({ changes: [{ field: 'quantity', old, new: to }] });

describe('AmendPledge', () => {
  it('keeps the old value beside the new one', () =>
    after(atLevel1)
      .when(AmendPledge, quantity(units(4, 4)))
      .then({
        type: 'PledgeAmended',
        data: { ...AmendPledge.data, changes: [{ field: 'quantity', old: before, new: units(4, 4) }] },
      }));

  it('changes what is promised from then on, not what was announced', () => {
    const description = {
      field: 'description',
      old: 'Two or three infantry battalions',
      new: 'Two',
    } as const;
    const days = { field: 'deployWithinDays', old: 60, new: 30 } as const;
    const pledge = after([...atLevel1, amended(), amended({ changes: [description, days] })]).state();
    expect(pledge).toMatchObject({
      quantity: { min: 4, max: 4 },
      deployWithinDays: 30,
      status: 'REGISTERED',
    });
    expect(promisedIn(pledge)).toBe('Two');
    expect(pledge.announcement).toMatchObject({
      description: 'Two or three infantry battalions',
      quantity: before,
    });
    expect(pledge.amendment?.history.map(({ amendedOn }) => amendedOn)).toEqual(['2025-08-01', '2025-08-01']);
  });

  it('changes several fields at once, or none', () => {
    const changes = [
      { field: 'timeframe', old: 'within a year', new: null },
      { field: 'deployWithinDays', old: 60, new: 90 },
    ];
    after(atLevel1).when(AmendPledge, { changes }).thenTypes('PledgeAmended');
    const stale = [...changes, { field: 'quantity', old: units(1, 1), new: units(2, 2) }];
    after(atLevel1).when(AmendPledge, { changes: stale }).thenRefused('STALE_VALUE');
  });

  it('of a value that changed meanwhile is refused with the one that holds', () => {
    const rejected = after([...atLevel1, amended()])
      .when(AmendPledge, quantity(units(5, 5)))
      .thenRejected('STALE_VALUE');
    expect(rejected.details).toEqual({
      field: 'quantity',
      current: { min: 4, max: 4, unit: 'units', asStated: '4' },
    });
  });

  it('may leave the unit out: it stays', () => {
    const [event] = after(atLevel1)
      .when(AmendPledge, quantity(units(4, 4, null), units(2, 3, null)))
      .events();
    expect(event?.data).toMatchObject({ changes: [{ new: { unit: 'units' } }] });
  });

  it.each([
    ['FIELD_FIXED', { field: 'memberState', old: 'RWA', new: 'KOR' }],
    ['NOTHING_TO_CHANGE', { field: 'timeframe', old: 'within a year', new: 'within a year' }],
    ['TEXT_MISSING', { field: 'description', old: 'Two or three infantry battalions', new: null }],
    ['TEXT_MISSING', { field: 'timeframe', old: 'within a year', new: ' ' }],
    ['VALUE_INVALID', { field: 'timeframe', old: 'within a year', new: 7 }],
    ['VALUE_INVALID', { field: 'deployWithinDays', old: 60, new: 0 }],
    ['VALUE_INVALID', { field: 'deployWithinDays', old: 60, new: '30' }],
    ['VALUE_INVALID', { field: 'quantity', old: before, new: 4 }],
  ])('is refused as %s, by its field', (code, change) => {
    const rejected = after(atLevel1)
      .when(AmendPledge, { changes: [change] })
      .thenRejected(code);
    expect(rejected.details).toMatchObject({ field: change.field });
  });

  it('of one field twice is refused', () => {
    const changes = [...AmendPledge.data.changes, ...AmendPledge.data.changes];
    after(atLevel1).when(AmendPledge, { changes }).thenRefused('FIELD_REPEATED');
  });

  it('of nothing, without a reason or without a source is refused', () => {
    after(atLevel1).when(AmendPledge, { changes: [] }).thenRefused('NOTHING_TO_CHANGE');
    after(atLevel1).when(AmendPledge, { reason: ' ' }).thenRefused('TEXT_MISSING');
    after(atLevel1).when(AmendPledge, { source: '' }).thenRefused('TEXT_MISSING');
  });

  it('by another state is forbidden', () =>
    after(atLevel1).when(AmendPledge, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));

  it.each(['DEPLOYED', 'REPATRIATED'] as const)('leaves the figures of a unit %s alone', (status) => {
    after(at(status))
      .when(AmendPledge, quantity(units(4, 4)))
      .thenRefused('STRENGTH_FIXED');
    after(at(status)).when(AmendPledge).thenTypes('PledgeAmended');
  });

  it('keeps the promise of rapid deployment', () => {
    const slower = { changes: [{ field: 'deployWithinDays', old: 60, new: 61 }] };
    after(atRapid).when(AmendPledge, slower).thenRefused('DEPLOYMENT_TOO_SLOW');
    after(atLevel3).when(AmendPledge, slower).thenTypes('PledgeAmended');
  });
});

describe('the consent of those who planned with it', () => {
  const consentReference = 'FGS/2026/4';
  const troops = [...atLevel1.slice(0, -1), registered({ quantity: units(700, 900, 'troops') })];
  const signed = at('MOU_SIGNED').map((event) =>
    event.type === 'PledgeRegistered' ? registered({ quantity: units(700, 900, 'troops') }) : event,
  );
  const fromTroops = (to: object) => quantity(to, units(700, 900, 'troops'));

  it.each([
    ['a raise above the requirement it is aligned to', atLevel3, quantity(units(4, 4))],
    ['less than is matched', at('MATCHED'), quantity(units(0, 0))],
    ['less than the signed memorandum', signed, fromTroops(units(600, 700, 'troops'))],
  ])('is asked for %s', (_, history, changes) => {
    after(history).when(AmendPledge, changes).thenRefused('CONSENT_MISSING');
    after(history)
      .when(AmendPledge, { ...changes, consentReference: ' ' })
      .thenRefused('CONSENT_MISSING');
    after(history)
      .when(AmendPledge, { ...changes, consentReference })
      .thenTypes('PledgeAmended');
  });

  it.each([
    ['a raise before that', atLevel2, quantity(units(4, 4))],
    ['a cut of an aligned unit', atLevel3, quantity(units(2, 2))],
    ['a cut that leaves what is matched', at('MATCHED'), quantity(units(1, 1))],
    ['a cut before a memorandum', troops, fromTroops(units(100, 100, 'troops'))],
    ['a cut to the signed strength', signed, fromTroops(units(700, 800, 'troops'))],
  ])('is not asked for %s', (_, history, changes) =>
    after(history).when(AmendPledge, changes).thenTypes('PledgeAmended'),
  );
});

describe('what money buys', () => {
  const NEW = { now: '2026-11-29T12:00:00.000Z' };
  const finance = (category: string) => [
    announced({ category, capabilityCode: null, quantity: units(2, 2, 'posts') }),
  ];
  const into = (unit: string | null) => quantity(units(3, 3, unit), units(2, 2, 'posts'));

  it.each(['posts', 'aircraft', 'flight hours', 'Experts', 'tonnes of rice', null])('may be %s', (unit) =>
    after(finance('FINANCE')).when(AmendPledge, into(unit), NEW).thenTypes('PledgeAmended'),
  );

  it.each(['shells', 'beads', 'lots'])('is not %s', (unit) => {
    const rejected = after(finance('FINANCE'))
      .when(AmendPledge, into(unit), NEW)
      .thenRejected('UNIT_UNKNOWN');
    expect(rejected.details).toMatchObject({ field: 'unit', measures: expect.arrayContaining(['POSTS']) });
    after(finance('TRAINING')).when(AmendPledge, into(unit), NEW).thenTypes('PledgeAmended');
  });

  it('was not looked at before November 2026', () => {
    const then = { now: '2026-10-31T12:00:00.000Z' };
    after(finance('FINANCE')).when(AmendPledge, into('shells'), then).thenTypes('PledgeAmended');
  });
});

describe('money', () => {
  const usd = (amount: number, more: object = {}) => ({
    amountMin: amount,
    amountMax: amount,
    currency: 'USD',
    currencyAssumed: false,
    per: null,
    funding: 'VOLUNTARY' as const,
    asStated: String(amount),
    ...more,
  });
  const pledged = [announced({ quantity: null, money: usd(5_000_000) })];
  const said = (amount: number, currency: string | null = null) => ({
    amountMin: amount,
    amountMax: amount,
    asStated: String(amount),
    currency,
  });
  const money = (from: unknown, to: unknown) => ({ changes: [{ field: 'money', old: from, new: to }] });

  it('is raised in the currency it was promised in, from whoever it comes', () => {
    after(pledged)
      .when(AmendPledge, money(said(5_000_000), said(8_000_000)))
      .then({
        type: 'PledgeAmended',
        data: { ...AmendPledge.data, ...money(usd(5_000_000), usd(8_000_000)) },
      });
  });

  it('that holds is the amended one, and what was announced stays as it was', () => {
    const raised = amended({ changes: [{ field: 'money', old: usd(5_000_000), new: usd(8_000_000) }] });
    const pledge = after([...pledged, raised]).state();
    expect(moneyPromised(pledge)).toEqual(usd(8_000_000));
    expect(pledge.announcement?.money).toEqual(usd(5_000_000));
    expect(moneyPromised(after(pledged).state())).toEqual(usd(5_000_000));
    const taken = amended({ changes: [{ field: 'money', old: usd(8_000_000), new: null }] });
    expect(moneyPromised(after([...pledged, raised, taken]).state())).toBeNull();
    const other = amended({ changes: [{ field: 'timeframe', old: null, new: 'soon' }] });
    expect(moneyPromised(after([...pledged, other]).state())).toEqual(usd(5_000_000));
  });

  it('is told by its amounts: another one, or another currency, is stale', () => {
    const stale = after(pledged)
      .when(AmendPledge, money(said(4_000_000), said(8_000_000)))
      .thenRejected('STALE_VALUE');
    expect(stale.details).toEqual({ field: 'money', current: usd(5_000_000) });
    after(pledged)
      .when(AmendPledge, money(said(5_000_000, 'EUR'), said(8_000_000)))
      .thenRefused('STALE_VALUE');
    after(pledged)
      .when(AmendPledge, money(null, said(8_000_000)))
      .thenRefused('STALE_VALUE');
  });

  it('of a currency that was only assumed is settled by naming it', () => {
    const dollars = [announced({ quantity: null, money: usd(5, { currencyAssumed: true }) })];
    const named = { ...said(5, 'USD'), currencyAssumed: false };
    const [event] = after(dollars)
      .when(AmendPledge, money(said(5), named))
      .events();
    expect(event?.data).toMatchObject({ changes: [{ new: { currency: 'USD', currencyAssumed: false } }] });
  });

  it.each([
    ['VALUE_INVALID', said(5_000_000), 8],
    ['AMOUNT_INVALID', said(5_000_000), said(0)],
    ['UNKNOWN_CURRENCY', said(5_000_000), said(8_000_000, 'ABC')],
    ['NOTHING_TO_CHANGE', said(5_000_000), said(5_000_000)],
  ])('is refused as %s', (code, from, to) =>
    after(pledged).when(AmendPledge, money(from, to)).thenRefused(code),
  );

  describe('into another currency', () => {
    const NEW = { now: '2026-11-29T12:00:00.000Z' };
    const conversion = { rate: 0.92, on: '2026-11-27' };
    const into = (currency: string | null, more: object = {}) => ({
      ...money(said(5_000_000), said(4_600_000, currency)),
      ...more,
    });

    it('comes with the rate and its day', () => {
      after(pledged).when(AmendPledge, into('EUR'), NEW).thenRefused('CONVERSION_MISSING');
      const [event] = after(pledged).when(AmendPledge, into('EUR', { conversion }), NEW).events();
      expect(event?.data).toMatchObject({
        changes: [{ old: { currency: 'USD' }, new: { currency: 'EUR', amountMin: 4_600_000 } }],
        conversion,
      });
      const pledge = after([...pledged, event!]).state();
      expect(pledge.amendment?.history).toMatchObject([{ conversion }]);
      expect(moneyPromised(pledge)).toMatchObject({ currency: 'EUR', amountMax: 4_600_000 });
    });

    it.each([
      [0.92 * 0.9, false],
      [0.92 * 1.01, false],
      [0.92 * 1.004, true],
      [0.92 * 0.997, true],
      [9.2, false],
    ])('is refused where the amount does not follow from the rate: %d', (rate, fits) => {
      const outcome = after(pledged).when(
        AmendPledge,
        into('EUR', { conversion: { ...conversion, rate } }),
        NEW,
      );
      if (fits) outcome.thenTypes('PledgeAmended');
      else outcome.thenRefused('CONVERSION_DIFFERS');
    });

    it.each([
      ['of the same currency', into('USD', { conversion })],
      ['of the currency left out', into(null, { conversion })],
      ['of no money', { conversion }],
      ['by nothing', into('EUR', { conversion: { ...conversion, rate: 0 } })],
      ['by less', into('EUR', { conversion: { ...conversion, rate: -1 } })],
      ['by no number', into('EUR', { conversion: { ...conversion, rate: NaN } })],
    ])('%s is refused', (_, changed) => {
      const rejected = after(pledged).when(AmendPledge, changed, NEW).thenRejected('CONVERSION_INVALID');
      expect(rejected.details).toMatchObject({ field: 'conversion' });
    });

    it.each([
      ['DATE_IMPOSSIBLE', '2026-02-30'],
      ['DATE_IN_FUTURE', '2026-12-24'],
      ['DATE_TOO_EARLY', '1940-01-01'],
    ])('by a rate of an impossible day is refused as %s', (code, on) =>
      after(pledged)
        .when(AmendPledge, into('EUR', { conversion: { ...conversion, on } }), NEW)
        .thenRefused(code),
    );

    it.each([
      ['named where it was only assumed', announced({ money: usd(5_000_000, { currencyAssumed: true }) })],
      ['stated where there was no money', announced({ money: null })],
    ])('%s needs no rate', (_, before) => {
      const old = before.data as { money: unknown };
      const change = money(old.money === null ? null : said(5_000_000), said(4_600_000, 'CAD'));
      after([before]).when(AmendPledge, change, NEW).thenTypes('PledgeAmended');
    });

    it('needed none before November 2026', () => {
      const then = { now: '2026-10-31T12:00:00.000Z' };
      after(pledged).when(AmendPledge, into('EUR'), then).thenTypes('PledgeAmended');
    });
  });

  it('where none was promised names its currency', () => {
    const none = [announced({ money: null })];
    after(none)
      .when(AmendPledge, money(null, said(5)))
      .thenRefused('UNKNOWN_CURRENCY');
    after(none)
      .when(AmendPledge, money(null, said(5, 'EUR')))
      .thenTypes('PledgeAmended');
  });

  it('of another amount at a later meeting is amended first, and linked then', () => {
    const later = { announcementId: idOf(7), conference: '2015-new-york', quantity: null };
    const link = { ...later, memberState: 'RWA', money: usd(8_000_000) };
    const on = { occurredOn: '2025-09-28' };
    after(pledged).when(LinkAnnouncement, link, on).thenRefused('QUANTITY_DIFFERS');
    const raised = amended({ changes: [{ field: 'money', old: usd(5_000_000), new: usd(8_000_000) }] });
    after([...pledged, raised])
      .when(LinkAnnouncement, link, on)
      .thenTypes('AnnouncementLinked');
  });
});

it('Norway 2015: aircraft for six months in June, for up to ten in September', () => {
  const months = (min: number, max: number, asStated: string) => ({ min, max, unit: 'months', asStated });
  const norway = by('MS', 'NOR');
  const june = announced({ memberState: 'NOR', quantity: months(6, 6, '6'), announcedOn: '2015-06-20' });
  const september = {
    announcementId: idOf(7),
    memberState: 'NOR',
    conference: '2015-new-york',
    quantity: months(0, 10, 'up to 10'),
  };
  const on = { occurredOn: '2015-09-28' };
  after([june]).when(LinkAnnouncement, september, on).thenRefused('QUANTITY_DIFFERS');
  const [amendment] = after([june])
    .when(AmendPledge, quantity(september.quantity, months(6, 6, '6')), { ...norway, ...on })
    .events();
  after([june, amendment!]).when(LinkAnnouncement, september, on).thenTypes('AnnouncementLinked');
});
