/**
 * Equal announcements are one pledge: accountability page, section 3; found by strangers as B1, B2 and C4.
 * Long because each case is told apart from the ones before it.
 */
import { announcedPledgeId, ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import { id } from '../testing/a-request.ts';
import { announce, named, offer, pledgesIn } from '../testing/announcing.ts';
import type { Outcome } from '../testing/announcing.ts';
import { startIntake } from '../testing/start-intake.module.ts';

const words = (outcomes: readonly Outcome[]) => outcomes.map(({ is }) => is);
const places = (outcomes: readonly Outcome[]) =>
  new Set(outcomes.map((outcome) => ('location' in outcome ? outcome.location : outcome.is)));

describe('three equal announcements are one pledge', () => {
  const { conference: _, ...noConference } = named;
  const { capabilityCode: _code, ...noCapability } = named;

  describe.each([
    ['without conference or capability', offer],
    ['without a conference', noConference],
    ['without a capability', noCapability],
    ['with both', named],
    ['without a figure', { ...offer, quantity: null, unit: null }],
    ['without a date', { ...offer, announcedOn: null }],
  ])('%s', (_what, row) => {
    it.each([
      ['one after the other', false],
      ['when the read model knows the first', true],
    ])('%s: the first is added, the others are unchanged at the same place', async (_when, caughtUp) => {
      const intake = await startIntake();
      const outcomes: Outcome[] = [];
      for (let n = 0; n < 3; n += 1) {
        outcomes.push(await announce(intake, row));
        if (caughtUp) await intake.catchUp();
      }
      const [{ is: _is, ...first }, ...others] = outcomes as [Outcome, ...Outcome[]];
      expect(words(outcomes)).toEqual(['ADDED', 'UNCHANGED', 'UNCHANGED']);
      expect(others).toEqual([
        { is: 'UNCHANGED', ...first },
        { is: 'UNCHANGED', ...first },
      ]);
      expect(await pledgesIn(intake)).toBe(1);
    });
  });

  it('at the same time, in two processes: one is added', async () => {
    const one = await startIntake();
    const other = await startIntake(one.store);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        announce(n % 2 === 0 ? one : other, offer, n % 3 === 0 ? { key: n } : {}),
      ),
    );
    expect(words(outcomes).toSorted()).toEqual(['ADDED', ...Array<string>(11).fill('UNCHANGED')]);
    expect(places(outcomes).size).toBe(1);
    expect(await pledgesIn(one)).toBe(1);
  });

  it.each([
    ['a state by its name', { memberState: 'Republic of Korea' }],
    ['a state by its name and code', { memberState: 'South Korea', isoAlpha3: 'KOR' }],
    ['a figure as a number', { quantity: 1 }],
    ['a figure in other words', { quantity: 'about 1', unit: 'Units' }],
    ['a day as people write it', { announcedOn: '7 Dec 2021' }],
    ['nothing where nothing was said', { timeframe: null, partners: null, terms: null, themes: [] }],
    ['other blanks', { description: ' One  infantry\nbattalion ' }],
    ['what was meant anyhow', { standing: 'NEW', additional: false }],
  ])('spelled otherwise, with %s, by whoever sends it', async (_what, changes) => {
    const intake = await startIntake();
    const first = await announce(intake, offer);
    const again = await announce(intake, { ...offer, ...changes }, { role: 'MS' });
    expect([first.is, again.is]).toEqual(['ADDED', 'UNCHANGED']);
    expect(places([first, again]).size).toBe(1);
  });
});

describe('an announcement with something else is another', () => {
  it.each([
    ['state', { memberState: 'JPN' }],
    ['conference', { conference: '2021-seoul' }],
    ['capability', { capabilityCode: 'FPU' }],
    ['figure', { quantity: '2' }],
    ['unit', { unit: 'troops' }],
    ['words', { description: 'An infantry battalion' }],
    ['timeframe', { timeframe: 'soon' }],
    ['partners', { partners: 'Kenya' }],
    ['day', { announcedOn: '2021-12-08' }],
    ['source', { source: 'Note verbale 6' }],
    ['speaker', { speaker: { rank: 'HEAD_OF_STATE' } }],
    ['standing', { standing: 'RENEWED' }],
    ['theme', { themes: ['medical'] }],
    ['term', { terms: { mission: 'UNMISS' } }],
  ])('another %s', async (_what, changes) => {
    const intake = await startIntake();
    const outcomes = [await announce(intake, offer), await announce(intake, { ...offer, ...changes })];
    expect(words(outcomes)).toEqual(['ADDED', 'ADDED']);
    expect(places(outcomes).size).toBe(2);
  });
});

it('the same offer in other words differs, also when the first was announced a moment ago', async () => {
  const intake = await startIntake();
  await announce(intake, named);
  const second = announce(intake, { ...named, description: 'As the note verbale says' });
  await intake.catchUp();
  expect(await second).toMatchObject({ is: 'DUPLICATE_ANNOUNCEMENT', details: { fields: ['description'] } });
});

describe('an id of the caller', () => {
  const own = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';

  it('is taken, and the same announcement under it is unchanged', async () => {
    const intake = await startIntake();
    const outcomes = [
      await announce(intake, { ...offer, pledgeId: own }),
      await announce(intake, { ...offer, pledgeId: own }),
    ];
    expect(words(outcomes)).toEqual(['ADDED', 'UNCHANGED']);
    expect([...places(outcomes)]).toEqual([`/pledges/${own}`]);
    expect(await announce(intake, { ...offer, pledgeId: own, description: 'Two' })).toMatchObject({
      is: 'PLEDGE_EXISTS',
      details: { pledgeId: own, fields: ['description'] },
    });
  });

  it('makes no second pledge of an announcement that is there', async () => {
    const intake = await startIntake();
    const first = await announce(intake, offer);
    const again = await announce(intake, { ...offer, pledgeId: own });
    expect([again.is, ...places([first, again])]).toEqual(['UNCHANGED', ...places([first])]);
  });

  it('is found by what was said under it, by whoever names none', async () => {
    const intake = await startIntake();
    await announce(intake, { ...offer, pledgeId: own });
    await intake.catchUp();
    expect(await announce(intake, offer)).toMatchObject({ is: 'UNCHANGED', location: `/pledges/${own}` });
    expect(await announce(intake, { ...offer, pledgeId: id(5) })).toMatchObject({
      is: 'UNCHANGED',
      location: `/pledges/${own}`,
    });
    expect(await pledgesIn(intake)).toBe(1);
  });

  it('of a pledge of another state is refused, whatever is said', async () => {
    const intake = await startIntake();
    await announce(intake, { ...offer, memberState: 'JPN', pledgeId: own });
    expect(await announce(intake, { ...offer, pledgeId: own }, { role: 'MS' })).toMatchObject({
      is: 'STATE_DIFFERS',
      details: { field: 'pledgeId' },
    });
  });
});

describe('C4: nobody takes the id that another announcement will have', () => {
  const japan = { ...offer, memberState: 'Japan', isoAlpha3: 'JPN' };
  const derived = announcedPledgeId({
    ...ANNOUNCEMENT_DEFAULTS,
    ...ORDINARY_ENTRY,
    memberState: 'JPN',
    conference: null,
    category: 'UNIT',
    capabilityCode: null,
    quantity: { min: 1, max: 1, unit: 'unit', asStated: '1' },
    description: 'One infantry battalion',
    timeframe: null,
    partners: [],
    announcedOn: '2021-12-07',
    source: 'Note verbale 5',
  });
  const attempts: [string, string][] = [
    ['the id that the server derives for it', derived],
    ['the id that it had by its place in a file', derivedId('imported-pledge', '', 'JPN', '', 1)],
    ['any id of version 5', 'ffffffff-ffff-5fff-8fff-ffffffffffff'],
  ];

  it.each(attempts)('a state that sends %s is refused, and the row gets in', async (_what, pledgeId) => {
    const intake = await startIntake();
    expect(await announce(intake, { ...offer, pledgeId }, { role: 'MS' })).toMatchObject({
      is: 'ID_RESERVED',
      details: { field: 'pledgeId' },
    });
    expect(await pledgesIn(intake)).toBe(0);
    expect(await announce(intake, japan)).toMatchObject({ is: 'ADDED', location: `/pledges/${derived}` });
  });

  it.each(attempts)('also at the same time: %s', async (_what, pledgeId) => {
    const intake = await startIntake();
    const outcomes = await Promise.all([
      announce(intake, { ...offer, pledgeId }, { role: 'MS' }),
      announce(intake, japan),
      announce(intake, { ...offer, pledgeId }, { role: 'MS' }),
    ]);
    expect(outcomes[1]).toMatchObject({ is: 'ADDED', location: `/pledges/${derived}` });
    expect(await pledgesIn(intake)).toBe(1);
  });

  it('after the row is in, its id is of its state', async () => {
    const intake = await startIntake();
    await announce(intake, japan);
    expect(await announce(intake, { ...offer, pledgeId: derived }, { role: 'MS' })).toMatchObject({
      is: 'STATE_DIFFERS',
    });
    expect(await announce(intake, { ...japan, pledgeId: derived }, { role: 'MS' })).toMatchObject({
      is: 'FORBIDDEN',
    });
    expect(await announce(intake, japan)).toMatchObject({ is: 'UNCHANGED' });
  });

  it('the id that derives from the announcement itself may be sent with it', async () => {
    const intake = await startIntake();
    expect(await announce(intake, { ...japan, pledgeId: derived })).toMatchObject({ is: 'ADDED' });
    expect(await announce(intake, japan)).toMatchObject({ is: 'UNCHANGED' });
  });
});

describe('the pledge that a row is said to be', () => {
  it('is unchanged by the same words, and differs by others: there is never a second one', async () => {
    const intake = await startIntake();
    const first = await announce(intake, named);
    const pledge = [...places([first])][0]!.slice('/pledges/'.length);
    expect(await announce(intake, { ...named, pledge })).toEqual({ ...first, is: 'UNCHANGED' });
    const also = { ...named, pledge, additional: true, additionalReason: 'Checked' };
    expect(await announce(intake, also)).toEqual({ ...first, is: 'UNCHANGED' });
    for (const changes of [
      { quantity: '3' },
      { conference: null },
      { description: 'Two', additional: true, additionalReason: 'Other' },
    ]) {
      expect(await announce(intake, { ...named, ...changes, pledge })).toMatchObject({
        is: 'PLEDGE_EXISTS',
        details: { pledgeId: pledge, reference: expect.stringMatching(/^2021-seoul\/KOR\/INF-BN-/) },
      });
    }
    expect(await pledgesIn(intake)).toBe(1);
  });

  it('must be there, and of the same state', async () => {
    const intake = await startIntake();
    expect(await announce(intake, { ...offer, pledge: id(9) })).toMatchObject({
      is: 'UNKNOWN_PLEDGE',
      details: { field: 'pledge' },
    });
    await announce(intake, { ...offer, memberState: 'JPN', pledgeId: id(9) });
    expect(await announce(intake, { ...offer, pledge: id(9) })).toMatchObject({
      is: 'STATE_DIFFERS',
      details: { field: 'pledge' },
    });
    expect(await pledgesIn(intake)).toBe(1);
  });
});

describe('one key', () => {
  it('for another announcement is refused, as long as this process knows and when the read model does', async () => {
    const one = await startIntake();
    expect(await announce(one, offer, { key: 1 })).toMatchObject({ is: 'ADDED' });
    const other = { ...offer, description: 'Two' };
    expect(await announce(one, other, { key: 1 })).toMatchObject({ is: 'COMMAND_ID_REUSED' });
    const later = await startIntake(one.store);
    await later.catchUp();
    expect(await announce(later, other, { key: 1 })).toMatchObject({ is: 'COMMAND_ID_REUSED' });
    expect(await announce(later, offer, { key: 1 })).toMatchObject({ is: 'REPEATED' });
    expect(await announce(later, other, { key: 2 })).toMatchObject({ is: 'ADDED' });
  });
});
