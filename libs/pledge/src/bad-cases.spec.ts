/** The rows of the lifecycle page, section 9, that one pledge's decisions answer, by their own names. */
import { eventContract, moneyIn } from '@pledgeline/contracts';
import { examine } from './correction/replayed-with.ts';
import { allowedNow } from './pledge.ts';
import { after } from './testing/a-pledge.ts';
import { streamOf } from './testing/a-stream.ts';
import { announced, linked, renewed } from './testing/early-life.ts';
import { withEvidence } from './testing/implementation-life.ts';
import { atLevel1, historyTo, matched, selectionDeclined } from './testing/later-life.ts';
import { idOf } from './testing/named-events.ts';
import { by } from './testing/example-command.ts';
import { commands } from './testing/commands.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];

describe('bad cases and the expected answer', () => {
  it('Same announcement entered twice (press and note verbale)', () => {
    const { AnnouncePledge } = commands;
    const like = { pledgeId: idOf(9), reference: '2021-seoul/RWA/INF-BN-00009', fields: ['source'] };
    after([]).when(AnnouncePledge, { like }).thenRefused('DUPLICATE_ANNOUNCEMENT');
    const additional = { additional: true, additionalReason: 'A second unit' };
    const [forced] = after([])
      .when(AnnouncePledge, { like, ...additional })
      .events();
    expect(forced?.data).toMatchObject({ ...additional, duplicateChecked: false });
  });

  it('Same offer repeated two years later', () => {
    const twoYearsLater = { now: '2027-01-11T09:00:00.000Z' };
    for (const history of [at('REGISTERED'), [...at('LAPSED'), renewed()]]) {
      after(history).when(commands.LinkAnnouncement, {}, twoYearsLater).thenTypes('AnnouncementLinked');
    }
    after(at('LAPSED')).when(commands.LinkAnnouncement, {}, twoYearsLater).thenRefused('WRONG_ORDER');
  });

  it('Amount without currency, or only "dollars"', () => {
    for (const unit of ['', 'dollars']) {
      const money = moneyIn({ min: 5, max: 5, unit, asStated: '5' }, 'FINANCE');
      const offer = { category: 'FINANCE', capabilityCode: 'FIN-PBF', quantity: null, money };
      const [event] = after([]).when(commands.AnnouncePledge, offer).events();
      expect(event?.data).toMatchObject({
        money: { currency: 'USD', currencyAssumed: true },
        quantity: null,
      });
    }
  });

  it('UnitSelected at Level 1', () =>
    after([...atLevel1, matched()])
      .when(commands.SelectUnit)
      .thenRefused('AAV_MISSING'));

  it('MOU before selection', () => after(at('MATCHED')).when(commands.SignMou).thenRefused('WRONG_ORDER'));

  it('Two gaps want the same unit', () =>
    after([...atLevel1, matched({ quantity: 3, fit: 'FULL' })])
      .when(commands.MatchPledge, { quantity: 1 })
      .thenRefused('NOT_ENOUGH_LEFT'));

  it('Pledge expires while under selection', () => {
    const late = { now: '2026-12-01T03:00:00.000Z' };
    after(at('SELECTED')).when(commands.LapsePledge, {}, late).thenRefused('WRONG_ORDER');
    after(at('SELECTED')).when(commands.RemindRenewal, {}, late).thenRefused('WRONG_ORDER');
    after([...at('SELECTED'), selectionDeclined()])
      .when(commands.LapsePledge, {}, late)
      .thenTypes('PledgeLapsed');
  });

  it('Undeclared caveat found in the field', () => {
    const [event] = after(at('DEPLOYED')).when(commands.DiscoverCaveat).events();
    const { visibility, ownStateMayRead } = eventContract(event?.type ?? '');
    expect([event?.type, visibility, ownStateMayRead]).toEqual(['CaveatDiscovered', 'INTERNAL', true]);
  });

  describe('Retroactive correction of the AAV date after deployment', () => {
    const deployed = streamOf(at('DEPLOYED'));
    const aav = deployed.find(({ type }) => type === 'VisitOutcomeNoted')?.id ?? '';
    const proposedFor = (day: string, until: string) => {
      const changes = [
        { field: 'occurredOn', old: '2025-07-01', new: day },
        { field: 'validUntil', old: '2027-07-01', new: until },
      ];
      const examined = examine(deployed, aav, changes, '2026-01-15T09:00:00.000Z');
      return after(at('DEPLOYED')).when(commands.ProposeCorrection, { corrects: aav, changes, ...examined });
    };

    it('is allowed while every later event stays possible', () =>
      proposedFor('2025-06-20', '2027-06-20').thenTypes('CorrectionProposed'));

    it('Correction that breaks later events', () => {
      const { details } = proposedFor('2025-07-15', '2027-07-15').thenRejected('CORRECTION_BREAKS');
      expect(details).toMatchObject({ blocked: [{ event: 'LevelAttained', code: 'BEFORE_VISIT' }] });
    });
  });

  it('Country renamed (Turkey / Türkiye, Czech Republic / Czechia)', () => {
    const [event] = after([])
      .when(commands.AnnouncePledge, { memberState: 'TUR', memberStateAsStated: 'Turkey' })
      .events();
    expect(event?.data).toMatchObject({ memberState: 'TUR', memberStateAsStated: 'Turkey' });
  });

  it('Date wrong by time zone or year (posted day after)', () => {
    const pledge = after([announced(), linked()]).state();
    expect(pledge.announcement?.announcedOn).toBe('2025-01-10');
    expect(pledge.links[0]?.announcedOn).toBe('2025-01-11');
  });

  it('State writes for another state', () => {
    const { WithdrawPledge } = commands;
    after(at('REGISTERED')).when(WithdrawPledge, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN');
    const { state } = after(at('REGISTERED'));
    expect(allowedNow(state(), { role: 'MS', state: 'KOR' }, '2026-01-15')).toEqual([]);
  });

  it('Same person submits and verifies evidence', () =>
    after(withEvidence)
      .when(commands.VerifyEvidence, {}, { actor: 'tester' })
      .thenRefused('SELF_VERIFICATION'));

  it('Clock or import writes in the future', () => {
    const tomorrow = { occurredOn: '2026-01-16' };
    after([]).when(commands.AnnouncePledge, {}, tomorrow).thenRefused('DATE_IN_FUTURE');
    after(at('SELECTED')).when(commands.SignMou, { from: '2026-02-01' }).thenTypes('MouSigned');
  });
});
