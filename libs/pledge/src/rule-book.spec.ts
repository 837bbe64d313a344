import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { pledge, pledgeUnder } from './pledge.ts';
import { ruleBook, rules } from './rule-book.ts';
import { pcrs2019, pcrs2026, type RuleSet } from './rule-set.ts';
import type { Pledge, PledgeCommand } from './state.ts';
import { historyTo } from './testing/later-life.ts';
import type { ExampleCommand } from './testing/example-command.ts';
import { commands } from './testing/commands.ts';

const stricter: RuleSet = {
  ...pcrs2019,
  name: 'pcrs-2030.01',
  inForceFrom: '2030-01-01',
  firstValidityMonths: 3,
  renewalMonths: 2,
};
const decider = pledgeUnder(ruleBook(pcrs2019, stricter));

/** Decides at a moment of the clock, and goes on from there. */
const decided = (example: ExampleCommand, now: string, pledge: Pledge) => {
  const [event] = decider.decide(
    { ...example, meta: metaFor({ ...example.meta, now }) } as PledgeCommand,
    pledge,
  );
  if (event === undefined) throw new Error('nothing was decided');
  return { event, pledge: decider.evolve(pledge, recorded(event, 9)) };
};

const acknowledged = (historyTo.ACKNOWLEDGED ?? [])
  .map((event, n) => recorded(event, n))
  .reduce(decider.evolve, decider.initialState());

describe('a second rule set', () => {
  const before = decided(commands.RegisterPledge, '2029-12-31T23:00:00.000Z', acknowledged);

  it('leaves what was decided under the first as it was', () => {
    expect(before.event).toMatchObject({ ruleSet: 'pcrs-2019.01', data: { validUntil: '2030-12-31' } });
    expect(before.pledge.validUntil).toBe('2030-12-31');
  });

  it('decides from its first day on, also about pledges that are older than it', () => {
    const { event, pledge } = decided(commands.RenewPledge, '2030-06-01T09:00:00.000Z', before.pledge);
    expect(event).toMatchObject({ ruleSet: 'pcrs-2030.01', data: { validUntil: '2031-02-28' } });
    expect(pledge.validUntil).toBe('2031-02-28');
  });

  it('is chosen by the clock and not by the business date', () => {
    const backdated: ExampleCommand = {
      ...commands.RegisterPledge,
      meta: { ...commands.RegisterPledge.meta, occurredOn: '2029-06-01' },
    };
    const { event } = decided(backdated, '2030-01-01T00:00:00.000Z', acknowledged);
    expect(event).toMatchObject({ ruleSet: 'pcrs-2030.01', data: { validUntil: '2029-09-01' } });
  });

  it('every history folds alike under both', () => {
    const under = (rules: RuleSet) => pledgeUnder(ruleBook(rules));
    for (const history of Object.values(historyTo)) {
      const events = history.map((event, n) => recorded(event, n));
      expect(events.reduce(under(stricter).evolve, under(stricter).initialState())).toEqual(
        events.reduce(under(pcrs2019).evolve, under(pcrs2019).initialState()),
      );
    }
  });
});

describe('the rule book', () => {
  const book = ruleBook(pcrs2019, stricter);

  it('finds a set by the name that events carry', () => {
    expect(book.named('pcrs-2030.01')).toBe(stricter);
    expect(book.named('pcrs-1999.01')).toBeUndefined();
  });

  it('has rules for a clock that is older than all of them', () => {
    expect(book.inForce('2001-01-01')).toBe(pcrs2019);
  });
});

/** Accountability page, section 0. */
describe('the rules of this release', () => {
  it.each([
    ['2026-10-01T00:00:00.000Z', 'pcrs-2019.01'],
    ['2026-10-31T23:59:59.999Z', 'pcrs-2019.01'],
    ['2026-11-01T00:00:00.000Z', 'pcrs-2026.11'],
    ['2031-01-01T00:00:00.000Z', 'pcrs-2026.11'],
  ])('decide at %s as %s, whatever the business date', (now, name) => {
    const { meta, data } = commands.RegisterPledge;
    const lateEntry = {
      ...commands.RegisterPledge,
      data: { ...data, lateEntry: true },
      meta: { ...meta, now },
    };
    for (const occurredOn of ['2025-03-01', now.slice(0, 10)]) {
      const act = { ...lateEntry, meta: metaFor({ ...lateEntry.meta, occurredOn }) } as PledgeCommand;
      expect(pledge.decide(act, acknowledged)).toMatchObject([{ ruleSet: name }]);
    }
  });

  it('pcrs-2026.11 is in force from 2026-11-01, and both are found by the names that events carry', () => {
    expect(pcrs2026).toMatchObject({ name: 'pcrs-2026.11', inForceFrom: '2026-11-01' });
    expect([rules.named('pcrs-2019.01'), rules.named('pcrs-2026.11')]).toEqual([pcrs2019, pcrs2026]);
  });

  it('the guards of November 2026 are off before it, and on from then', () => {
    const switches = (of: RuleSet) => Object.entries(of as unknown as Readonly<Record<string, unknown>>);
    const [before, since] = [pcrs2019, pcrs2026].map((of) =>
      switches(of).filter(([, value]) => typeof value === 'boolean'),
    );
    expect(before?.length).toBeGreaterThan(0);
    expect(before).toEqual(before?.map(([name]) => [name, false]));
    expect(since).toEqual(before?.map(([name]) => [name, true]));
  });

  it('what events were decided by before is what it was', () => {
    expect(pcrs2019).toMatchObject({
      aavValidMonths: 24,
      rdlVerificationValidMonths: 12,
      rdlDeployWithinDays: 60,
      firstValidityMonths: 12,
      renewalMonths: 6,
      reminderDays: 30,
      graceDays: 30,
      revivalMonths: 12,
      selectionLevel: 'L2',
      fulfilledFromShare: 90,
      turnOverlapDays: 30,
      turnWarningDays: 90,
      offeredWhenNotStated: 1,
      lateEntryDays: 0,
    });
  });
});
