/**
 * Accountability page, section 5: a pledge whose validity on its true dates is over is taken only as a late entry; then its
 * whole history can be entered, and the jobs leave it for 30 days after the last event recorded.
 */
import { NO_TERMS } from '@pledgeline/contracts';
import { Rejected, type CommandMeta, type NewEvent, type RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { pledge } from '../pledge.ts';
import type { Pledge, PledgeCommand } from '../state.ts';
import { after } from '../testing/a-pledge.ts';
import { acknowledged, announced, documents, renewed } from '../testing/early-life.ts';
import { atLevel2, atRapid, matched } from '../testing/later-life.ts';
import { by, type ExampleCommand } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { AnnouncePledge, RegisterPledge, LapsePledge, DowngradeLevel, MatchPledge, RenewPledge } = commands;
const complete = [announced(), acknowledged(), ...documents];
const NOW = '2026-11-28T12:00:00.000Z';
const on = (occurredOn: string) => ({ occurredOn, now: NOW });

describe('an offer that is over on the dates of its registration', () => {
  it('is refused with what to state', () => {
    const rejected = after(complete)
      .when(RegisterPledge, {}, on('2025-10-01'))
      .thenRejected('ALREADY_EXPIRED');
    expect(rejected.details).toMatchObject({ field: 'lateEntry', validUntil: '2026-10-01' });
    expect(rejected.message).toContain('lateEntry: true');
  });

  it('is registered on its true dates as a late entry', () => {
    const [event] = after(complete).when(RegisterPledge, { lateEntry: true }, on('2025-10-01')).events();
    expect(event).toMatchObject({ data: { validUntil: '2026-10-01' }, ruleSet: 'pcrs-2026.11' });
    expect(event?.data).not.toHaveProperty('lateEntry');
  });

  it.each([
    ['2025-11-27', '2026-11-28T11:59:00.000Z', 'taken'],
    ['2025-11-27', '2026-11-28T12:00:00.000Z', 'ALREADY_EXPIRED'],
    ['2025-11-28', '2026-11-28T23:59:59.000Z', 'taken'],
    ['2025-10-01', '2026-10-31T12:00:00.000Z', 'taken'],
    ['2025-10-31', '2026-11-01T12:00:00.000Z', 'ALREADY_EXPIRED'],
  ])('registered on %s at %s: %s', (occurredOn, now, expected) => {
    const outcome = after(complete).when(RegisterPledge, {}, { occurredOn, now });
    if (expected === 'taken') outcome.thenTypes('PledgeRegistered');
    else outcome.thenRefused(expected);
  });

  it('is registered on its true dates when it was announced as a late entry', () =>
    after([announced({ lateEntry: true }), acknowledged(), ...documents])
      .when(RegisterPledge, {}, on('2025-10-01'))
      .thenTypes('PledgeRegistered'));

  it('on the implementation track has no end that could be over', () =>
    after([announced(), acknowledged()])
      .when(
        RegisterPledge,
        { capabilityCode: 'TRG-CENTRE', target: '200 trained a year' },
        { ...by('DESK'), ...on('2025-10-01') },
      )
      .thenTypes('PledgeRegistered'));
});

describe('money or posts that were promised until a day', () => {
  const until = (validUntil: string | null) => ({ terms: { ...NO_TERMS, validUntil } });

  it.each([
    ['2026-11-27', false, 'ALREADY_EXPIRED'],
    ['2026-11-27', true, 'taken'],
    ['2026-11-28', false, 'taken'],
    ['2030-01-01', true, 'taken'],
    [null, false, 'taken'],
  ])('%s, late entry: %s, are %s', (validUntil, lateEntry, expected) => {
    const outcome = after([]).when(AnnouncePledge, { ...until(validUntil), lateEntry }, { now: NOW });
    if (expected === 'taken') outcome.thenTypes('PledgeAnnounced');
    else expect(outcome.thenRejected(expected).details).toMatchObject({ field: 'lateEntry', validUntil });
  });

  it('are no matter before the rule set that asks', () =>
    after([])
      .when(AnnouncePledge, until('2025-01-01'), { now: '2026-10-31T12:00:00.000Z' })
      .thenTypes('PledgeAnnounced'));

  it('and are recorded as entered late', () => {
    const [event] = after([])
      .when(AnnouncePledge, { ...until('2020-01-01'), lateEntry: true }, { now: NOW })
      .events();
    expect(event?.data).toMatchObject({ lateEntry: true });
  });
});

/** The history as it was recorded, all of it at this moment. */
const entered = (history: readonly NewEvent[], recordedAt: string): Pledge =>
  history
    .map((event, n): RecordedEvent => ({ ...recorded(event, n), recordedAt }))
    .reduce(pledge.evolve, pledge.initialState());

const outcomeOf = (
  state: Pledge,
  example: ExampleCommand,
  changes: object,
  meta: Partial<CommandMeta>,
): string => {
  const { type, data } = example;
  const command = { type, data: { ...data, ...changes }, meta: metaFor({ ...example.meta, ...meta }) };
  try {
    return pledge
      .decide(command as PledgeCommand, state)
      .map((event) => event.type)
      .join();
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};

/** Level 2 until 1 July 2027, offered until 1 June 2026, and entered half a year after that. */
const late = entered(atLevel2, '2026-12-10T09:00:00.000Z');
const inTime = entered(atLevel2, '2025-06-20T09:00:00.000Z');

it('is a late entry only when its end was over already when it was recorded', () => {
  expect(late.lateEntry).toEqual({ lastRecordedOn: '2026-12-10' });
  expect(inTime.lateEntry).toBeNull();
  expect(entered(atLevel2, '2026-06-02T11:59:00.000Z').lateEntry).toBeNull();
  expect(entered(atLevel2, '2026-06-02T12:00:00.000Z').lateEntry).not.toBeNull();
});

it.each([
  ['a late entry on the thirtieth day', late, '2027-01-09T12:00:00.000Z', 'NOT_DUE'],
  ['a late entry the day after, where it is over everywhere', late, '2027-01-10T11:59:00.000Z', 'NOT_DUE'],
  ['a late entry the day after', late, '2027-01-10T12:00:00.000Z', 'PledgeLapsed'],
  ['one that was entered in time', inTime, '2026-12-10T12:00:00.000Z', 'PledgeLapsed'],
])('the lapse job, for %s: %s', (_, state, now, expected) =>
  expect(outcomeOf(state, LapsePledge, {}, { now, occurredOn: now.slice(0, 10) })).toBe(expected),
);

it('every event recorded puts the lapse off by 30 days from its own recording, whatever its business date', () => {
  const event = recorded(matched(), 99);
  const went = pledge.evolve(late, { ...event, recordedAt: '2027-01-05T09:00:00.000Z' });
  expect(outcomeOf(went, LapsePledge, {}, { now: '2027-02-04T12:00:00.000Z' })).toBe('NOT_DUE');
  expect(outcomeOf(went, LapsePledge, {}, { now: '2027-02-05T12:00:00.000Z' })).toBe('PledgeLapsed');
});

it('the level of a late entry is left alone as long', () => {
  const rapid = entered(atRapid, '2026-12-10T09:00:00.000Z');
  const loss = { level: 'L3', reason: 'VISIT_EXPIRED', consentReference: null };
  const job = (now: string) => ({ role: 'SYSTEM', onBehalfOf: null, now, occurredOn: now.slice(0, 10) });
  expect(outcomeOf(rapid, DowngradeLevel, loss, job('2027-01-09T12:00:00.000Z'))).toBe('NOT_DUE');
  expect(outcomeOf(rapid, DowngradeLevel, loss, job('2027-01-10T12:00:00.000Z'))).toBe('LevelDowngraded');
});

it.each([
  ['a match within the validity of its day', MatchPledge, '2026-05-01', 'PledgeMatched'],
  ['a match after it', MatchPledge, '2026-06-02', 'EXPIRED'],
  ['a renewal within it', RenewPledge, '2026-05-20', 'PledgeRenewed'],
])('%s is judged by its own day', (_, example, occurredOn, expected) =>
  expect(
    outcomeOf(
      late,
      example,
      { validUntil: null, reserved: false },
      { occurredOn, now: '2026-12-11T09:00:00.000Z' },
    ),
  ).toBe(expected),
);

it.each([
  ['2027-07-01', 'PledgeRenewed'],
  ['2027-07-02', 'REVIVAL_TOO_LATE'],
])(
  'with a renewal missing in between, one of %s is judged by the lapse on its true dates: %s',
  (on, expected) =>
    expect(
      outcomeOf(
        // Until 1 June 2026, with 30 days of grace and a year to revive it.
        entered(atLevel2, '2028-12-10T09:00:00.000Z'),
        RenewPledge,
        { validUntil: null },
        { occurredOn: on, now: '2028-12-11T09:00:00.000Z' },
      ),
    ).toBe(expected),
);

it('is a late entry no longer when it was renewed up to a day that is still to come', () => {
  const renewedOn = (validUntil: string) =>
    pledge.evolve(late, { ...recorded(renewed({ validUntil }), 99), recordedAt: '2026-12-10T10:00:00.000Z' });
  expect(renewedOn('2026-12-01').lateEntry).not.toBeNull();
  expect(renewedOn('2026-12-31').lateEntry).toBeNull();
});
