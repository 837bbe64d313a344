/** Accountability page, section 7: findings are read by trainers when the state consents. */
import fc from 'fast-check';
import { after } from '../testing/a-pledge.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { historyTo } from '../testing/later-life.ts';
import { PLEDGE } from '../testing/named-events.ts';
import { assessed, shared } from '../testing/performance.ts';
import { sharesFindingsWith } from './findings-consent.state.ts';

const { ShareFindings, WithdrawFindingsConsent } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const inField = at('DEPLOYED');
const given = (states: string[], bodies: string[] = []) => shared({ states, bodies });
const gone = (states: string[], bodies: string[] = []) => ({
  type: 'FindingsConsentWithdrawn' as const,
  data: { pledgeId: PLEDGE, states, bodies },
});

describe('ShareFindings', () => {
  it('is said of a pledge that has ended where something was found, and not where nothing was', () => {
    for (const status of ['FULFILLED', 'WITHDRAWN'] as const) {
      after(at(status)).when(ShareFindings).thenRefused('NOTHING_FOUND');
      after([...at(status), assessed()])
        .when(ShareFindings)
        .thenTypes('FindingsShared');
      after([...at(status), given(['CAN'])])
        .when(WithdrawFindingsConsent)
        .thenTypes('FindingsConsentWithdrawn');
    }
  });

  it.each(['ANNOUNCED', 'REGISTERED', 'DEPLOYED', 'REPATRIATED'] as const)(
    'is for the state to say of a pledge that is %s',
    (status) =>
      after(at(status))
        .when(ShareFindings)
        .then({ type: 'FindingsShared', data: { pledgeId: PLEDGE, states: ['CAN'], bodies: [] } }),
  );

  it.each([
    ['the same again', ['CAN'], [], null],
    ['one of two again', ['CAN', 'NOR'], [], [['NOR'], []]],
    ['a body in other letters', [], [' unitar'], null],
    ['one named twice', ['NOR', 'NOR'], ['KAIPTC', 'kaiptc'], [['NOR'], ['KAIPTC']]],
  ] as const)('of %s says only what is new', (_, states, bodies, added) => {
    const told = after([...inField, given(['CAN'], ['UNITAR'])]).when(ShareFindings, {
      states: [...states],
      bodies: [...bodies],
    });
    if (added === null) told.thenNothing();
    else
      told.then({
        type: 'FindingsShared',
        data: { pledgeId: PLEDGE, states: [...added[0]], bodies: [...added[1]] },
      });
  });

  it.each([
    ['TRAINERS_MISSING', { states: [], bodies: [] }],
    ['UNKNOWN_STATE', { states: ['CAN', 'Cnaada'] }],
  ])('is refused as %s for %j', (code, changes) =>
    after(inField).when(ShareFindings, changes).thenRefused(code),
  );

  it.each([
    by('MS', 'KOR'),
    by('PARTNER', 'RWA'),
    by('PARTNER', 'CAN'),
    by('IMPL'),
    by('EVAL'),
    by('DESK'),
    by('PUBLIC'),
  ])('is for nobody else to say: %j', (meta) => {
    after(inField).when(ShareFindings, {}, meta).thenRefused('FORBIDDEN');
    after([...inField, given(['CAN'])])
      .when(WithdrawFindingsConsent, {}, meta)
      .thenRefused('FORBIDDEN');
  });
});

describe('WithdrawFindingsConsent', () => {
  const both = [...inField, given(['CAN', 'NOR'], ['UNITAR'])];

  it.each([
    ['nobody named: for all', [], [], gone(['CAN', 'NOR'], ['UNITAR'])],
    ['for one state', ['CAN'], [], gone(['CAN'])],
    ['for a body in other letters', [], ['Unitar '], gone([], ['UNITAR'])],
    ['for one who reads and one who does not', ['CAN', 'KEN'], [], gone(['CAN'])],
  ] as const)('%s', (_, states, bodies, event) =>
    after(both)
      .when(WithdrawFindingsConsent, { states: [...states], bodies: [...bodies] })
      .then(event),
  );

  it('of what was not given, or was taken back, changes nothing', () => {
    after(inField).when(WithdrawFindingsConsent).thenNothing();
    after(both)
      .when(WithdrawFindingsConsent, { states: ['KEN'] })
      .thenNothing();
    after([...both, gone(['CAN', 'NOR'], ['UNITAR'])])
      .when(WithdrawFindingsConsent)
      .thenNothing();
  });

  it('names states', () =>
    after(both)
      .when(WithdrawFindingsConsent, { states: ['Cnaada'] })
      .thenRefused('UNKNOWN_STATE'));
});

describe('who may read', () => {
  const reads = (
    role: string,
    state: string | null,
    body: string | null = null,
    events = [given(['CAN'], ['UNITAR'])],
  ): boolean => sharesFindingsWith(after([...inField, ...events]).state(), { role, state, body });

  it.each([
    ['PARTNER', 'CAN', null, true],
    ['PARTNER', 'NOR', null, false],
    ['PARTNER', 'NOR', 'UNITAR', false],
    ['PARTNER', null, 'unitar', true],
    ['PARTNER', null, 'KAIPTC', false],
    ['PARTNER', null, null, false],
    ['IMPL', null, null, false],
    ['IMPL', null, 'UNITAR', false],
    ['MS', 'CAN', null, false],
    ['MS', null, 'UNITAR', false],
    ['SUBSCRIBER', 'CAN', null, false],
    ['PUBLIC', null, null, false],
  ])('%s of %s, of the body %s: %s', (role, state, body, expected) =>
    expect(reads(role, state, body)).toBe(expected),
  );

  it('no body, where states alone are named, and no state, where bodies are', () => {
    expect(reads('PARTNER', null, 'UNITAR', [given(['CAN'])])).toBe(false);
    expect(reads('PARTNER', 'CAN', null, [given([], ['UNITAR'])])).toBe(false);
  });

  it('whatever was given and taken back in whatever order, the last word on each trainer counts', () => {
    const word = fc.record({ gives: fc.boolean(), state: fc.constantFrom('CAN', 'NOR', 'KEN') });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const last = new Map<string, boolean>(words.map(({ gives, state }) => [state, gives]));
        let events = [...inField];
        for (const { gives, state } of words) {
          const command = gives ? ShareFindings : WithdrawFindingsConsent;
          events = [
            ...events,
            ...after(events)
              .when(command, { states: [state] })
              .events(),
          ] as never;
        }
        const pledge = after(events).state();
        for (const state of ['CAN', 'NOR', 'KEN'])
          expect(sharesFindingsWith(pledge, { role: 'PARTNER', state })).toBe(last.get(state) ?? false);
      }),
      { numRuns: 40 },
    );
  });
});

describe('recorded by an officer for the state', () => {
  const paper = { reference: 'NV 7', date: '2026-01-10' };
  const told = { ...by('DESK', 'RWA'), occurredOn: '2026-01-10', recorded: { body: null, paper } };

  it('a consent waits for a second officer, and a withdrawal takes effect at once', () => {
    after(inField).when(ShareFindings, {}, told).thenTypes('ActProposed');
    after([...inField, given(['CAN'])])
      .when(WithdrawFindingsConsent, {}, told)
      .thenTypes('FindingsConsentWithdrawn', 'ActRecorded');
  });
});
