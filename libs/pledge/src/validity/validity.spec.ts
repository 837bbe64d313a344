/** One spec for the chapter, as the chapter is one file: it is read beside it. */
import { after } from '../testing/a-pledge.ts';
import {
  aavPassed,
  acknowledged,
  announced,
  lapsed,
  level2,
  level3,
  loadList,
  registered,
  reminded,
  renewed,
  verificationPassed,
  withdrawn,
} from '../testing/early-life.ts';
import { atLevel1, atLevel2, atLevel3, atRapid, historyTo } from '../testing/later-life.ts';
import { GAP, PLEDGE, RESERVATION } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const at = (history: keyof typeof historyTo) => historyTo[history] ?? [];
const open = [{ gapId: GAP, reservationId: RESERVATION }];
const implementation = registered({ track: 'IMPLEMENTATION', level: null, validUntil: null });

describe('RenewPledge', () => {
  const { RenewPledge } = commands;
  const on = (day: string) => ({ occurredOn: day, now: `${day}T12:00:00.000Z` });

  it('before the end reaches six months beyond it, not beyond the day of renewal', () => {
    const [event] = after(atLevel2).when(RenewPledge).events();
    expect(event).toEqual({
      type: 'PledgeRenewed',
      data: { pledgeId: PLEDGE, previousValidUntil: '2026-06-01', validUntil: '2026-12-01', level: 'L2' },
      ruleSet: 'pcrs-2019.01',
    });
  });

  it('may ask for less', () =>
    after(atLevel2).when(RenewPledge, { validUntil: '2026-06-02' }).thenTypes('PledgeRenewed'));

  it('again and again', () => {
    const [event] = after([...atLevel2, renewed()])
      .when(RenewPledge)
      .events();
    expect(event?.data).toMatchObject({ previousValidUntil: '2026-12-01', validUntil: '2027-06-01' });
  });

  it.each([
    ['RENEWAL_TOO_LONG', '2026-12-02'],
    ['RENEWAL_TOO_SHORT', '2026-06-01'],
    ['RENEWAL_TOO_SHORT', '2026-05-31'],
    ['DATE_IMPOSSIBLE', '2026-06-31'],
  ])('is refused as %s for %s', (code, validUntil) => {
    const rejected = after(atLevel2).when(RenewPledge, { validUntil }).thenRejected(code);
    expect(rejected.details).toMatchObject({ field: 'validUntil' });
  });

  it('keeps a match', () => {
    const pledge = after([...at('MATCHED'), renewed({ level: 'L2' })]).state();
    expect(pledge).toMatchObject({ status: 'MATCHED', level: 'L2', validUntil: '2026-12-01' });
    expect(pledge.matches).toHaveLength(1);
  });

  it('in the grace still counts from the old end', () => {
    const [event] = after(atLevel2).when(RenewPledge, {}, on('2026-06-20')).events();
    expect(event?.data).toMatchObject({ validUntil: '2026-12-01' });
  });

  describe('of a lapsed pledge', () => {
    const rested = [...atLevel2, lapsed({ dueOn: '2026-07-01' })];

    it('revives it', () => {
      const pledge = after([...rested, renewed({ level: 'L2' })]).state();
      expect(pledge).toMatchObject({ status: 'REGISTERED', level: 'L2', lapsedOn: null });
    });

    it('takes as many steps from the old end as bring it past the day of renewal', () => {
      const [event] = after(rested).when(RenewPledge, {}, on('2027-01-15')).events();
      expect(event?.data).toMatchObject({ previousValidUntil: '2026-06-01', validUntil: '2027-06-01' });
    });

    it.each([
      ['2026-11-30', '2026-12-01'],
      ['2026-12-01', '2027-06-01'],
      ['2026-12-02', '2027-06-01'],
      ['2027-05-31', '2027-06-01'],
      ['2027-06-01', '2027-12-01'],
    ])('on %s it reaches to %s: never to the day of renewal itself', (day, validUntil) => {
      const [event] = after(rested).when(RenewPledge, {}, on(day)).events();
      expect(event?.data).toMatchObject({ validUntil });
    });

    it('never ends in the past', () =>
      after(rested)
        .when(RenewPledge, { validUntil: '2026-12-01' }, on('2027-01-15'))
        .thenRefused('RENEWAL_TOO_SHORT'));

    it('keeps the level while the last visit counts', () => {
      const [event] = after(rested).when(RenewPledge, {}, on('2027-07-01')).events();
      expect(event?.data).toMatchObject({ level: 'L2' });
    });

    it('is back at Level 1 when the visit has expired', () => {
      const visited = aavPassed({ conductedOn: '2025-01-15', validUntil: '2027-01-15' });
      const early = [...atLevel1, visited, level2(), lapsed({ dueOn: '2026-07-01' })];
      const [event] = after(early).when(RenewPledge, {}, on('2027-01-16')).events();
      expect(event?.data).toMatchObject({ level: 'L1' });
    });

    it('is back at Level 1 when the last visit failed', () => {
      const failed = aavPassed({ visitId: PLEDGE, conductedOn: '2025-12-01', validUntil: null });
      const [event] = after([...atLevel2, failed, lapsed()])
        .when(RenewPledge)
        .events();
      expect(event?.data).toMatchObject({ level: 'L1' });
    });

    it('is back at Level 3 when only the verification has expired', () => {
      const [event] = after([...atRapid, lapsed({ dueOn: '2026-07-01' })])
        .when(RenewPledge, {}, on('2026-08-21'))
        .events();
      expect(event?.data).toMatchObject({ level: 'L3' });
    });

    it.each([
      ['Level 2', [level2()], 'L2'],
      ['Level 3', [level2(), loadList, level3()], 'L3'],
    ])('is no higher than it was, %s, though a verification counts', (_, levels, level) => {
      const visited = [aavPassed({ validUntil: '2027-07-01' }), verificationPassed()];
      const history = [...atLevel1, ...visited, ...levels, lapsed({ dueOn: '2026-07-01' })];
      const [event] = after(history).when(RenewPledge, {}, on('2026-08-01')).events();
      expect(event?.data).toMatchObject({ level });
    });

    it('is back at Level 1 when the visit has expired, though a verification counts', () => {
      const visited = [aavPassed({ validUntil: '2026-07-15' }), verificationPassed()];
      const history = [...atLevel1, ...visited, level2(), lapsed({ dueOn: '2026-07-01' })];
      const [event] = after(history).when(RenewPledge, {}, on('2026-08-01')).events();
      expect(event?.data).toMatchObject({ level: 'L1' });
    });

    it('is possible for 12 months', () => {
      after(rested).when(RenewPledge, {}, on('2027-07-01')).thenTypes('PledgeRenewed');
      const rejected = after(rested).when(RenewPledge, {}, on('2027-07-02')).thenRejected('REVIVAL_TOO_LATE');
      expect(rejected.details).toEqual({ lastDay: '2027-07-01' });
    });

    it('is not dated before the lapse', () =>
      after(rested)
        .when(RenewPledge, {}, { ...on('2027-01-15'), occurredOn: '2026-06-30' })
        .thenRefused('RENEWAL_TOO_EARLY'));

    it('is no longer possible under an older date', () =>
      after(rested)
        .when(RenewPledge, {}, { ...on('2027-07-02'), occurredOn: '2026-07-01' })
        .thenRefused('REVIVAL_TOO_LATE'));
  });

  it('is not dated before the registration', () => {
    const rejected = after(atLevel2)
      .when(RenewPledge, {}, { occurredOn: '2025-05-31' })
      .thenRejected('RENEWAL_TOO_EARLY');
    expect(rejected.details).toEqual({ field: 'occurredOn', earliest: '2025-06-01' });
  });

  it('is not dated before the last renewal', () => {
    const history = [...atLevel2, renewed()];
    after(history).when(RenewPledge, {}, { occurredOn: '2026-01-09' }).thenRefused('RENEWAL_TOO_EARLY');
    after(history).when(RenewPledge, {}, { occurredOn: '2026-01-10' }).thenTypes('PledgeRenewed');
  });

  it('after repatriation keeps the offer open, and the next turn starts clean', () => {
    const [event] = after(at('REPATRIATED')).when(RenewPledge, {}, on('2027-09-01')).events();
    expect(event?.data).toMatchObject({ validUntil: '2027-12-01', level: 'L1' });
    const pledge = after([...at('REPATRIATED'), renewed()]).state();
    expect(pledge).toMatchObject({ status: 'REGISTERED', selection: null, mou: null, deployment: null });
    expect(pledge.reachedOn.DEPLOYED).toBe('2025-11-20');
  });

  it.each(['WITHDRAWN', 'FULFILLED'] as const)('of a pledge that is %s is refused', (status) =>
    after(at(status)).when(RenewPledge).thenRefused('WRONG_ORDER'),
  );

  it('is not asked of an implementation pledge', () =>
    after([announced(), acknowledged(), implementation]).when(RenewPledge).thenRefused('WRONG_TRACK'));

  it('by another state is forbidden', () =>
    after(atLevel2).when(RenewPledge, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));
});

describe('RemindRenewal', () => {
  const { RemindRenewal } = commands;

  it('reminds 30 days before the end', () =>
    after(atLevel2)
      .when(RemindRenewal)
      .then({ type: 'RenewalReminded', data: { pledgeId: PLEDGE, validUntil: '2026-06-01' } }));

  it('not a day earlier', () =>
    after(atLevel2).when(RemindRenewal, {}, { now: '2026-05-01T23:59:59.000Z' }).thenRefused('NOT_DUE'));

  it('twice changes nothing', () =>
    after([...atLevel2, reminded()])
      .when(RemindRenewal)
      .thenNothing());

  it('starts anew with the next end', () =>
    after([...atLevel2, reminded(), renewed()])
      .when(RemindRenewal, {}, { now: '2026-11-15T03:00:00.000Z' })
      .thenTypes('RenewalReminded'));

  it('is the system’s alone', () =>
    after(atLevel2).when(RemindRenewal, {}, by('SFGC')).thenRefused('FORBIDDEN'));
});

describe('LapsePledge', () => {
  const { LapsePledge } = commands;

  it('writes the due date as business date, however late the job runs', () => {
    const [event] = after(at('MATCHED')).when(LapsePledge, {}, { now: '2026-09-09T03:00:00.000Z' }).events();
    expect(event).toEqual({
      type: 'PledgeLapsed',
      data: { pledgeId: PLEDGE, dueOn: '2026-07-01', endedMatches: open },
      occurredOn: '2026-07-01',
      ruleSet: 'pcrs-2019.01',
    });
  });

  it('waits for the end of the grace', () => {
    const rejected = after(atLevel2)
      .when(LapsePledge, {}, { now: '2026-07-01T23:59:59.999Z' })
      .thenRejected('NOT_DUE');
    expect(rejected.details).toEqual({ dueOn: '2026-07-01' });
  });

  it('twice changes nothing', () => after(at('LAPSED')).when(LapsePledge).thenNothing());

  it('by a person is forbidden', () =>
    after(atLevel2).when(LapsePledge, {}, by('SFGC')).thenRefused('FORBIDDEN'));

  it.each(['SELECTED', 'MOU_SIGNED', 'READY', 'DEPLOYED'] as const)(
    'a pledge that expires while %s does not lapse',
    (status) => after(at(status)).when(LapsePledge).thenRefused('WRONG_ORDER'),
  );

  it('a pledge without end does not lapse', () =>
    after([announced(), acknowledged(), implementation]).when(LapsePledge).thenRefused('WRONG_TRACK'));

  it('frees the matches', () => {
    expect(after([...at('MATCHED'), lapsed({ endedMatches: open })]).state().matches).toEqual([]);
  });
});

describe('WithdrawPledge', () => {
  const { WithdrawPledge } = commands;

  it.each(['ANNOUNCED', 'ACKNOWLEDGED', 'REGISTERED', 'READY', 'REPATRIATED', 'LAPSED'] as const)(
    'ends a pledge that is %s',
    (status) => after(at(status)).when(WithdrawPledge).thenTypes('PledgeWithdrawn'),
  );

  it('frees what gaps hold for it', () =>
    after(at('SELECTED'))
      .when(WithdrawPledge)
      .then({
        type: 'PledgeWithdrawn',
        data: {
          pledgeId: PLEDGE,
          reason: 'Needed at home',
          effectiveOn: '2026-01-15',
          source: null,
          endedMatches: open,
        },
      }));

  it('before the unit went leaves nothing of the selection behind, but the days in the history', () => {
    const pledge = after([...at('READY'), withdrawn()]).state();
    expect(pledge).toMatchObject({ matches: [], selection: null, mou: null, pdvPassedOn: null });
    expect(pledge.reachedOn).toHaveProperty('SELECTED');
  });

  it('of a unit that came home keeps what it delivered', () => {
    const home = after(at('REPATRIATED')).state();
    const pledge = after([...at('REPATRIATED'), withdrawn()]).state();
    expect(pledge).toMatchObject({ selection: home.selection, mou: home.mou, deployment: home.deployment });
  });

  it('without a reason is refused', () =>
    after(atLevel3).when(WithdrawPledge, { reason: '' }).thenRefused('TEXT_MISSING'));

  it('a second time is refused', () =>
    after(at('WITHDRAWN')).when(WithdrawPledge).thenRefused('ALREADY_WITHDRAWN'));

  it('by another state is forbidden', () =>
    after(atLevel2).when(WithdrawPledge, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));

  it('by the desk is forbidden', () =>
    after(atLevel2).when(WithdrawPledge, {}, by('DESK', 'RWA')).thenRefused('FORBIDDEN'));

  it('of a deployed unit points to repatriation', () => {
    const rejected = after(at('DEPLOYED')).when(WithdrawPledge).thenRejected('WRONG_ORDER');
    expect(rejected.message).toContain('RepatriateUnit');
  });
});
