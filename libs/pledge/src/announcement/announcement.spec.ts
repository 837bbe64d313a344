/** One spec for the chapter, as the chapter is one file: it is read beside it. */
import { NO_TERMS, type PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { acknowledged, announced, linked } from '../testing/early-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf, PLEDGE } from '../testing/named-events.ts';
import { money } from '../testing/money.ts';
import { by } from '../testing/example-command.ts';
import { sourcesDiffer } from './sources.ts';
import { commands } from '../testing/commands.ts';

const none: readonly PledgeEvent[] = [];

describe('AnnouncePledge', () => {
  const { AnnouncePledge } = commands;

  it('records the promise as it was made', () =>
    after(none).when(AnnouncePledge).then({ type: 'PledgeAnnounced', data: announced().data }));

  it('may come from the state itself', () =>
    after(none).when(AnnouncePledge, {}, by('MS', 'RWA')).thenTypes('PledgeAnnounced'));

  it('may have no date, and none is invented', () => {
    const [event] = after(none).when(AnnouncePledge, {}, { occurredOn: null }).events();
    expect(event?.data).toMatchObject({ announcedOn: null });
  });

  it('may have been made outside any conference', () => {
    const [event] = after(none).when(AnnouncePledge, { conference: ' ' }).events();
    expect(event?.data).toMatchObject({ conference: null });
  });

  it('may leave the capability open', () =>
    after(none).when(AnnouncePledge, { capabilityCode: null }).thenTypes('PledgeAnnounced'));

  it('by a state for another is forbidden', () => {
    const rejected = after(none).when(AnnouncePledge, {}, by('MS', 'KOR')).thenRejected('FORBIDDEN');
    expect(rejected.message).toContain('RWA');
  });

  it.each([
    ['UNKNOWN_STATE', { memberState: 'XXX' }],
    ['TEXT_MISSING', { description: ' \n' }],
    ['TEXT_MISSING', { source: '' }],
    ['UNKNOWN_CATEGORY', { category: 'GADGET', capabilityCode: null }],
    ['UNKNOWN_CAPABILITY', { capabilityCode: 'INF-XX' }],
    ['CATEGORY_MISMATCH', { category: 'ENABLER' }],
  ])('is refused as %s for %j', (code, changes) => {
    expect(after(none).when(AnnouncePledge, changes).thenRejected(code).kind).toBe('invalid');
  });

  it.each([
    ['UNKNOWN_THEME', 'themes', { themes: ['fun'] }],
    ['UNKNOWN_THEME', 'themes', { themes: ['fun'], mainTheme: 'foo' }],
    ['UNKNOWN_THEME', 'mainTheme', { mainTheme: 'medical' }],
    ['UNKNOWN_THEME', 'mainTheme', { mainTheme: 'foo' }],
    ['UNKNOWN_THEME', 'mainTheme', { themes: ['medical'], mainTheme: 'foo' }],
    ['STANDING_MISMATCH', 'standing', { renews: idOf(9) }],
    ['PART_OF_ITSELF', 'renews', { standing: 'RENEWED', renews: PLEDGE }],
    ['PART_OF_ITSELF', 'terms.partOfUnit', { terms: { ...NO_TERMS, partOfUnit: PLEDGE } }],
    ['UNKNOWN_STATE', 'terms.hostState', { terms: { ...NO_TERMS, hostState: 'Atlantis' } }],
    ['QUANTITY_INVALID', 'quantity', { quantity: { min: 0, max: 0, unit: 'units', asStated: '0' } }],
    ['QUANTITY_INVALID', 'quantity', { quantity: { min: 1.5, max: 1.5, unit: null, asStated: '1.5' } }],
  ])('is refused as %s by %s', (code, field, changes) => {
    const rejected = after(none)
      .when(AnnouncePledge, changes as object)
      .thenRejected(code);
    expect(rejected.details).toMatchObject({ field });
  });

  it.each([
    ['a second theme as the main one', { themes: ['medical'], mainTheme: 'medical' }],
    ['a part of what is weighed', { quantity: { min: 1.5, max: 1.5, unit: 'tonnes', asStated: '1.5' } }],
    ['a ceiling', { quantity: { min: 0, max: 300, unit: 'troops', asStated: 'up to 300' } }],
    ['a renewal of a pledge that nobody entered', { standing: 'RENEWED' }],
    ['the battalion it belongs to', { terms: { ...NO_TERMS, partOfUnit: idOf(9), unitType: 'platoon' } }],
  ])('may have %s', (_, changes) => {
    const [event] = after(none)
      .when(AnnouncePledge, changes as object)
      .events();
    expect(event?.data).toMatchObject(changes);
  });

  describe('what a good pledge says (who, what, how many, by when) helps and bars nothing', () => {
    it.each([
      [[], {}],
      [['BY_WHEN'], { timeframe: null }],
      [['BY_WHEN'], { timeframe: 'when appropriate' }],
      [['BY_WHEN'], { timeframe: 'TBD' }],
      [[], { timeframe: 'after the closure of UNMIL' }],
      [[], { timeframe: 'soon', terms: { ...NO_TERMS, validUntil: '2027-01-01' } }],
      [['HOW_MANY'], { quantity: null }],
      [['HOW_MANY'], { quantity: { min: null, max: null, unit: 'units', asStated: null } }],
      [['WHAT', 'HOW_MANY', 'BY_WHEN'], { capabilityCode: null, quantity: null, timeframe: null }],
      [[], { timeframe: null, terms: { ...NO_TERMS, validUntil: '2027-01-01' } }],
    ])('%j is missing from %j', (missing, changes) => {
      const [event] = after(none).when(AnnouncePledge, changes).events();
      expect(event?.data).toMatchObject({ missing });
    });
  });

  it('a listed organisation may be the one that promises', () =>
    after(none).when(AnnouncePledge, { memberState: 'X-EU' }).thenTypes('PledgeAnnounced'));

  describe('the same offer in other words (press and note verbale)', () => {
    const like = { pledgeId: idOf(9), reference: '2021-seoul/RWA/INF-BN-00009', fields: ['source'] };

    it('is refused with the pledge, the fields that differ, and what to send instead', () => {
      const rejected = after(none).when(AnnouncePledge, { like }).thenRejected('DUPLICATE_ANNOUNCEMENT');
      expect(rejected.message).toMatch(
        /^This differs from 2021-seoul\/RWA\/INF-BN-00009 in source, and was not applied: .*LinkAnnouncement.*additional/,
      );
      expect(rejected.details).toEqual({
        duplicateOf: idOf(9),
        ...like,
        instead: {
          command: 'LinkAnnouncement',
          method: 'POST',
          href: `/pledges/${idOf(9)}/announcements`,
        },
        allowed: ['LinkAnnouncement', 'additional'],
      });
    });

    it('is refused to a state without what only the desk may send', () => {
      const { message, details } = after(none)
        .when(AnnouncePledge, { like }, { role: 'MS', onBehalfOf: 'RWA' })
        .thenRejected('DUPLICATE_ANNOUNCEMENT');
      expect(message).toMatch(/the pledge desk can link it to that pledge, or, .*additional/);
      expect(details).toEqual({ duplicateOf: idOf(9), ...like, allowed: ['additional'] });
    });

    it('is taken as additional, with the reason, and not as a repeat', () => {
      const additional = { additional: true, additionalReason: 'A second one: NV 7' };
      const [event] = after(none)
        .when(AnnouncePledge, { like, ...additional })
        .events();
      expect(event?.data).toMatchObject({ ...additional, duplicateChecked: false });
      expect(event?.data).not.toHaveProperty('like');
    });

    it.each([null, ' '])('is not taken as additional for the reason %j', (additionalReason) => {
      const rejected = after(none)
        .when(AnnouncePledge, { like, additional: true, additionalReason })
        .thenRejected('TEXT_MISSING');
      expect(rejected.details).toEqual({ field: 'additionalReason' });
    });

    it('a reason alone makes nothing additional', () => {
      const rejected = after(none)
        .when(AnnouncePledge, { like, additionalReason: 'A second one' })
        .thenRejected('ADDITIONAL_MISSING');
      expect(rejected.details).toEqual({ field: 'additional' });
    });
  });

  describe('announced again', () => {
    it.each(Object.entries(historyTo))('changes nothing when the pledge is %s', (_status, history) =>
      after(history).when(AnnouncePledge).thenNothing(),
    );

    it.each([
      ['the state by another name', { memberStateAsStated: 'RWA' }],
      ['a figure in other words', { quantity: { min: 2, max: 3, unit: ' Unit', asStated: '2 to 3' } }],
      ['other blanks', { description: ' Two or  three infantry\nbattalions' }],
      ['other signs for one letter', { timeframe: 'within a year'.normalize('NFD') }],
      ['as additional', { additional: true, additionalReason: 'Checked' }],
      ['under an offer like it', { like: { pledgeId: idOf(9), reference: 'other', fields: ['source'] } }],
    ])('with %s changes nothing', (_, changes) =>
      after([announced()]).when(AnnouncePledge, changes).thenNothing(),
    );

    it('with other content is refused with the reference and what differs', () => {
      const changed = { description: 'Four', quantity: { min: 4, max: 4, unit: 'units', asStated: '4' } };
      const rejected = after([announced(), acknowledged()])
        .when(AnnouncePledge, changed, { occurredOn: '2025-01-12' })
        .thenRejected('PLEDGE_EXISTS');
      expect(rejected.kind).toBe('conflict');
      expect(rejected.details).toMatchObject({
        pledgeId: PLEDGE,
        reference: '2021-seoul/RWA/INF-BN-7F3K2',
        allowed: ['LinkAnnouncement', 'additional'],
      });
      const { fields } = rejected.details as { fields: string[] };
      expect(fields.toSorted()).toEqual(['announcedOn', 'description', 'quantity']);
    });
  });
});

describe('LinkAnnouncement', () => {
  const { LinkAnnouncement } = commands;
  const three = { min: 4, max: 4, unit: 'units', asStated: '4' };

  it('keeps the other wording beside the first (same offer repeated two years later)', () => {
    const pledge = after([...(historyTo.REGISTERED ?? []), linked()]).state();
    expect(pledge.links).toHaveLength(1);
    expect(pledge.quantity).toMatchObject({ asStated: '2-3' });
    after(historyTo.REGISTERED ?? [])
      .when(LinkAnnouncement)
      .then({ type: 'AnnouncementLinked', data: { ...LinkAnnouncement.data, announcedOn: '2026-01-15' } });
  });

  it('twice changes nothing', () =>
    after([announced(), linked()])
      .when(LinkAnnouncement, linked().data as object, { occurredOn: '2025-01-11' })
      .thenNothing());

  it('another one under the same id is refused', () =>
    after([announced(), linked()])
      .when(LinkAnnouncement, { announcementId: idOf(2) })
      .thenRefused('ANNOUNCEMENT_ID_REUSED'));

  it('of another state is refused', () =>
    after([announced()]).when(LinkAnnouncement, { memberState: 'KOR' }).thenRefused('STATE_DIFFERS'));

  it('without words is refused', () =>
    after([announced()]).when(LinkAnnouncement, { wording: '' }).thenRefused('TEXT_MISSING'));

  it('that would change the quantity is refused, and PledgeAmended named', () => {
    const rejected = after([announced()])
      .when(LinkAnnouncement, { quantity: three })
      .thenRejected('QUANTITY_DIFFERS');
    expect(rejected.message).toContain('PledgeAmended');
  });

  it('that would change the amount is refused too', () => {
    const inMoney = announced({ quantity: null, money: money(5) });
    after([inMoney])
      .when(LinkAnnouncement, { money: money(6) })
      .thenRefused('QUANTITY_DIFFERS');
    after([inMoney])
      .when(LinkAnnouncement, { money: money(5) })
      .thenTypes('AnnouncementLinked');
  });

  describe('with persons and aircraft', () => {
    const of = (number: number, unit: string) => ({ min: number, max: number, unit, asStated: null });
    const said = { quantity: of(1, 'unit'), strength: of(850, 'persons'), aircraft: of(3, 'aircraft') };

    it.each<[string | null, string, object]>([
      [null, 'the same', said],
      [null, 'none of them', {}],
      [null, 'the same persons, counted as troops', { quantity: of(850, 'troops') }],
      [null, 'the same persons in the words of its unit', { quantity: of(1, 'battalion of 850') }],
      ['strength', 'other persons', { ...said, strength: of(800, 'persons') }],
      ['strength', 'other persons, counted as troops', { quantity: of(800, 'troops') }],
      ['aircraft', 'other aircraft', { aircraft: of(4, 'aircraft') }],
      ['quantity', 'other units and persons', { quantity: of(2, 'unit'), strength: of(1700, 'persons') }],
    ])('a later one may not change %s: %s', (field, _, figures) => {
      const outcome = after([announced(said)]).when(LinkAnnouncement, figures);
      if (field === null) outcome.thenTypes('AnnouncementLinked');
      else expect(outcome.thenRejected('QUANTITY_DIFFERS').details).toEqual({ field });
      const other = after([announced(said), linked({ ...LinkAnnouncement.data, ...figures })]);
      expect(sourcesDiffer(other.state())).toBe(field !== null);
    });

    it('what it counts is not said twice', () =>
      after([announced(said)])
        .when(LinkAnnouncement, { quantity: of(850, 'troops'), strength: of(850, 'persons') })
        .thenRefused('COUNTED_TWICE'));
  });

  it('keeps who spoke', () => {
    const speaker = { name: null, rank: 'HEAD_OF_STATE', ministry: null } as const;
    const [event] = after([announced()]).when(LinkAnnouncement, { speaker }).events();
    expect(event?.data).toMatchObject({ speaker });
  });

  it('Rwanda 2015: one report says one hospital, another two, and both are kept', () => {
    const hospitals = (n: number) => ({ min: n, max: n, unit: 'hospitals', asStated: `${n}` });
    const one = announced({ quantity: hospitals(1) });
    const other = linked({ quantity: hospitals(2), wording: 'Two field hospitals' });
    expect(sourcesDiffer(after([one, other]).state())).toBe(true);
    expect(sourcesDiffer(after([one, linked({ quantity: hospitals(1) })]).state())).toBe(false);
    expect(sourcesDiffer(after([one, linked()]).state())).toBe(false);
  });

  it('of the same announcement may give another figure: conflicting sources stand side by side', () =>
    after([announced()])
      .when(LinkAnnouncement, { quantity: three, conference: '2021-seoul' })
      .thenTypes('AnnouncementLinked'));

  it('may be older than the announcement recorded first', () =>
    after([announced()])
      .when(LinkAnnouncement, { quantity: three }, { occurredOn: '2024-12-01' })
      .thenTypes('AnnouncementLinked'));

  it('without a date keeps its figure, as nobody can say that it is later', () =>
    after([announced()])
      .when(LinkAnnouncement, { quantity: three }, { occurredOn: null })
      .thenTypes('AnnouncementLinked'));
});

describe('AcknowledgePledge', () => {
  it('tells the state that the pledge was received', () =>
    after([announced()])
      .when(commands.AcknowledgePledge)
      .then({
        type: 'PledgeAcknowledged',
        data: { pledgeId: PLEDGE, acknowledgedOn: '2026-01-15', acknowledgementReference: 'ACK-1' },
      }));

  it('without a reference is refused', () =>
    after([announced()])
      .when(commands.AcknowledgePledge, { acknowledgementReference: '' })
      .thenRefused('TEXT_MISSING'));

  it.each(['ACKNOWLEDGED', 'REGISTERED', 'DEPLOYED', 'LAPSED'] as const)(
    'a second time, when %s, is refused',
    (status) =>
      after(historyTo[status] ?? [])
        .when(commands.AcknowledgePledge)
        .thenRefused('ALREADY_ACKNOWLEDGED'),
  );

  it('a pledge withdrawn before any acknowledgement is past it', () =>
    after([announced(), ...(historyTo.WITHDRAWN ?? []).slice(-1)])
      .when(commands.AcknowledgePledge)
      .thenRefused('WRONG_ORDER'));
});
