/**
 * Whose silence it is: accountability page, section 4. Who said what stands here in the words of the page, event by event.
 * Long because every event has a row.
 */
import fc from 'fast-check';
import { eventContracts, OPEN_STATUSES, speakerRules, STATUSES } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { isSilent, lastWordAfter, silentFrom } from './last-word.ts';
import type { Word } from './core.state.ts';
import { initialPledge, type Pledge } from './state.ts';

const ROLES = [
  'MS',
  'DESK',
  'SFGC',
  'FGS',
  'PD',
  'DOS',
  'MISSION',
  'PARTNER',
  'IMPL',
  'EVAL',
  'ADMIN',
  'SYSTEM',
];
const SECRETARIAT = ['DESK', 'SFGC', 'FGS', 'PD', 'DOS', 'MISSION', 'EVAL', 'ADMIN', 'SYSTEM'];

interface Said {
  readonly on?: string | null;
  readonly state?: string | null;
  readonly data?: unknown;
  readonly recordedAt?: string;
}

const event = (
  type: string,
  role: string,
  { on = '2026-01-10', state = null, data = {}, recordedAt }: Said = {},
): RecordedEvent => {
  const base = recorded({ type, data, occurredOn: on }, 0);
  return {
    ...base,
    recordedAt: recordedAt ?? base.recordedAt,
    metadata: { ...base.metadata, role, onBehalfOf: state },
  };
};

const sideOf = (type: string, role: string, state: string | null = null) =>
  lastWordAfter(null, event(type, role, { state }), 'NPL')?.by ?? null;

describe('who has spoken', () => {
  it.each(['PledgeAnnounced', 'AnnouncementLinked'])('%s is the state’s word, whoever enters it', (type) => {
    for (const role of ROLES) expect([role, sideOf(type, role)]).toEqual([role, 'STATE']);
  });

  it.each([
    ['an answer', 'ClarificationProvided'],
    ['a report', 'ProgressReported'],
    ['an amendment', 'PledgeAmended'],
    ['phases', 'PhasesDeclared'],
    ['a renewal', 'PledgeRenewed'],
    ['a condition', 'ConditionDeclared'],
    ['a caveat', 'CaveatDeclared'],
    ['a caveat given up', 'CaveatLifted'],
    ['a plan', 'ImplementationPlanned'],
    ['a plan revised', 'MilestoneRevised'],
    ['the start', 'ImplementationStarted'],
    ['a milestone', 'MilestoneMet'],
    ['evidence', 'EvidenceSubmitted'],
    ['money', 'FundsPledged'],
    ['money bound', 'FundsCommitted'],
    ['a post', 'ExpertSeconded'],
    ['the end of a post', 'SecondmentEnded'],
    ['a political act', 'PoliticalActRecorded'],
    ['a measurement of its own', 'TargetMeasured'],
    ['a suspension', 'PledgeSuspended'],
    ['a resumption', 'PledgeResumed'],
    ['a selection declined', 'SelectionDeclined'],
    ['a partnership', 'PartnershipDeclared'],
    ['turns', 'TurnsAgreed'],
    ['consent to a merger', 'MergeConsented'],
  ])('%s of the focal point is the state’s', (_, type) => {
    expect(sideOf(type, 'MS', 'NPL')).toBe('STATE');
  });

  it.each(['PartnerJoined', 'PartnerLeft', 'TurnsAgreed', 'LeadNamed'])(
    '%s of another state, or of a body, is a partner’s',
    (type) => {
      expect(sideOf(type, 'MS', 'NOR')).toBe('PARTNER');
      expect(sideOf(type, 'PARTNER', 'NOR')).toBe('PARTNER');
      expect(sideOf(type, 'PARTNER')).toBe('PARTNER');
    },
  );

  it.each([
    ['money received', 'FundsReceived'],
    ['a course', 'CourseDelivered'],
    ['equipment', 'EquipmentDelivered'],
    ['a report', 'ProgressReported'],
    ['a plan', 'ImplementationPlanned'],
    ['evidence', 'EvidenceSubmitted'],
    ['a question of its own', 'ClarificationRequested'],
  ])('%s of the implementing body is the body’s', (_, type) => {
    expect(sideOf(type, 'IMPL')).toBe('BODY');
  });

  it.each([
    'ThemeTagged',
    'PledgeAcknowledged',
    'ClarificationRequested',
    'PledgeRegistered',
    'RegistrationDeclined',
    'DocumentationReceived',
    'VisitOutcomeNoted',
    'PledgeMatched',
    'MatchReleased',
    'LevelAttained',
    'LevelDowngraded',
    'UnitSelected',
    'MouSigned',
    'PdvConducted',
    'ConditionMet',
    'ConditionFailed',
    'PledgeCountedAgainst',
    'PledgeReclassified',
    'RenewalReminded',
    'EvidenceVerified',
    'EvidenceRejected',
    'CaveatDiscovered',
    'TargetMeasured',
    'EquipmentDelivered',
    'PledgeSuspended',
    'EventCorrected',
    'EventAnnulled',
  ])('%s of the Secretariat, a mission or an evaluator is nobody’s', (type) => {
    for (const role of SECRETARIAT) expect([role, sideOf(type, role)]).toEqual([role, null]);
  });

  it.each([
    'ThemeTagged',
    'PledgeAcknowledged',
    'PledgeLapsed',
    'RenewalReminded',
    'EventCorrected',
    'EventAnnulled',
    'UnitDeployed',
  ])('%s would be nobody’s whoever sent it', (type) => {
    for (const role of ROLES) expect([role, sideOf(type, role, 'NPL')]).toEqual([role, null]);
  });

  it('nothing that the Secretariat does breaks a silence but the promise and what states agreed to', () => {
    const types = Object.keys(speakerRules).filter((type) => sideOf(type, 'SFGC') !== null);
    expect(types.sort()).toEqual([
      'AnnouncementLinked',
      'MergeConsented',
      'PledgeAnnounced',
      'PledgeDerived',
      'PledgeSplit',
    ]);
  });

  it('an event of a later version is nobody’s', () => {
    expect(sideOf('SomethingNew', 'MS', 'NPL')).toBeNull();
  });

  it('the state may read every word that is kept from others', () => {
    const hidden = eventContracts.filter(
      ({ type, visibility }) =>
        visibility === 'INTERNAL' && type in speakerRules && sideOf(type, 'MS', 'NPL') !== null,
    );
    expect(hidden.map(({ type }) => type)).toContain('ClarificationProvided');
    for (const { type, ownStateMayRead } of hidden) expect([type, ownStateMayRead]).toEqual([type, true]);
  });
});

describe('the day of a word', () => {
  const word = (more: Said) => lastWordAfter(null, event('PledgeAnnounced', 'DESK', more), '');

  it('is the day on which it was said, not the day of entry', () =>
    expect(word({ on: '2024-03-01', recordedAt: '2026-01-15T09:00:00.000Z' })?.on).toBe('2024-03-01'));

  it('is the day of recording where no source gives one', () => {
    const report = event('ProgressReported', 'MS', { on: null, recordedAt: '2026-01-15T23:30:00.000Z' });
    expect(lastWordAfter(null, report, 'NPL')).toEqual({ on: '2026-01-15', by: 'STATE' });
    expect(word({ on: null, data: { conference: null } })?.on).toBe('2026-01-15');
  });

  it('is the last day of its conference for an announcement that has none', () =>
    expect(word({ on: null, data: { conference: '2021-seoul' } })?.on).toBe('2021-12-08'));

  it.each([
    [
      'the later of two',
      ['ProgressReported', 'MS', '2026-01-02'],
      ['FundsReceived', 'IMPL', '2026-01-03'],
      'BODY',
    ],
    [
      'the earlier entered last',
      ['FundsReceived', 'IMPL', '2026-01-03'],
      ['ProgressReported', 'MS', '2026-01-02'],
      'BODY',
    ],
    [
      'on one day the state’s',
      ['ProgressReported', 'MS', '2026-01-03'],
      ['FundsReceived', 'IMPL', '2026-01-03'],
      'STATE',
    ],
    [
      'also when entered last',
      ['FundsReceived', 'IMPL', '2026-01-03'],
      ['ProgressReported', 'MS', '2026-01-03'],
      'STATE',
    ],
    [
      'before the body’s a partner’s',
      ['FundsReceived', 'IMPL', '2026-01-03'],
      ['PartnerLeft', 'PARTNER', '2026-01-03'],
      'PARTNER',
    ],
  ] as const)('the last is %s', (_, one, other, by) => {
    const last = [one, other].reduce<Word | null>(
      (before, [type, role, on]) => lastWordAfter(before, event(type, role, { state: 'NPL', on }), 'NPL'),
      null,
    );
    expect(last).toEqual({ on: '2026-01-03', by });
  });

  it('words count by their days, whatever the order of entry', () => {
    const said = fc.record({
      type: fc.constantFrom(
        'ProgressReported',
        'PledgeAmended',
        'FundsReceived',
        'ThemeTagged',
        'PartnerLeft',
      ),
      role: fc.constantFrom(...ROLES),
      state: fc.constantFrom('NPL', 'NOR'),
      day: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), (words) => {
        const last = (list: typeof words): Word | null =>
          list.reduce<Word | null>(
            (before, { type, role, state, day }) =>
              lastWordAfter(before, event(type, role, { state, on: `2026-01-0${day}` }), 'NPL'),
            null,
          );
        const latest = last(words);
        expect(last([...words].reverse())).toEqual(latest);
        expect(last([...words].sort((one, other) => one.day - other.day))).toEqual(latest);
      }),
    );
  });
});

describe('silence', () => {
  const pledge = (status: Pledge['status'], repatriatedOn: string | null = null): Pledge => ({
    ...initialPledge,
    status,
    deployment:
      repatriatedOn === null
        ? null
        : { mission: 'MONUSCO', deployedOn: '2020-01-01', strength: 1, lastRotatedOn: null, repatriatedOn },
  });

  it.each([
    ['2025-01-10', '2026-01-10'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
    ['2023-03-01', '2024-03-01'],
    ['2025-12-31', '2026-12-31'],
  ])('after a word on %s begins on %s', (on, from) =>
    expect(silentFrom(pledge('REGISTERED'), on)).toBe(from),
  );

  it.each([
    ['2026-01-09', false],
    ['2026-01-10', true],
    ['2026-01-11', true],
  ])('that begins on 2026-01-10 is there on %s all over the world: %s', (earliest, silent) =>
    expect(isSilent('2026-01-10', earliest)).toBe(silent),
  );

  it('is not there where nobody owes a word', () => expect(isSilent(null, '2026-01-10')).toBe(false));

  it('is possible while the pledge is open and not deployed, and no other time', () => {
    const possible = STATUSES.filter((status) => silentFrom(pledge(status), '2025-01-10') !== null);
    expect(possible).toEqual(
      OPEN_STATUSES.filter((status) => status !== 'DEPLOYED' && status !== 'PARTIALLY_FULFILLED'),
    );
    for (const status of [
      'DEPLOYED',
      'LAPSED',
      'PARTIALLY_FULFILLED',
      'FULFILLED',
      'WITHDRAWN',
      null,
    ] as const)
      expect(silentFrom(pledge(status), '2020-01-10')).toBeNull();
    for (const status of [
      'ANNOUNCED',
      'REGISTERED',
      'MATCHED',
      'SELECTED',
      'READY',
      'IN_PROGRESS',
      'REPATRIATED',
    ] as const)
      expect(silentFrom(pledge(status), '2025-01-10')).toBe('2026-01-10');
  });

  it('begins anew when the unit comes home, unless somebody spoke since', () => {
    expect(silentFrom(pledge('REPATRIATED', '2025-06-30'), '2019-01-10')).toBe('2026-06-30');
    expect(silentFrom(pledge('REPATRIATED', '2025-06-30'), '2025-07-01')).toBe('2026-07-01');
  });
});
