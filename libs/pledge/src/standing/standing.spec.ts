/** Accountability page, section 3: what an update stands in place of. */
import { STATUSES } from '@pledgeline/contracts';
import type { Status } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { fundsReceived, seconded } from '../testing/delivered-life.ts';
import { acknowledged, announced, lapsed, renewed } from '../testing/early-life.ts';
import { registeredToCarryOut } from '../testing/implementation-life.ts';
import { historyTo, matched } from '../testing/later-life.ts';
import {
  GAP,
  idOf,
  NEWER,
  OTHER_GAP,
  OTHER_RESERVATION,
  PLEDGE,
  RESERVATION,
} from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';
import { commandFor, outcomeOf, pledgeIn } from '../testing/transitions-page.ts';
import { superseded } from '../testing/standing-life.ts';
import { announcedLater } from './announced-later.ts';

const { SupersedePledge } = commands;
const at = (status: Status) => historyTo[status] ?? [];

describe('SupersedePledge', () => {
  const SUPERSEDED: readonly Status[] = ['ANNOUNCED', 'ACKNOWLEDGED', 'REGISTERED', 'MATCHED', 'LAPSED'];

  it.each(SUPERSEDED)('a pledge that is %s and gave nothing is at its end', (status) => {
    after(at(status)).when(SupersedePledge).thenTypes('PledgeSuperseded');
  });

  it.each(STATUSES.filter((status) => status !== 'SUPERSEDED' && !SUPERSEDED.includes(status)))(
    'one that is %s keeps its status',
    (status) => {
      expect(outcomeOf(commandFor('SupersedePledge'), pledgeIn(status))).toBe('WRONG_ORDER');
    },
  );

  const toCarryOut = [announced(), acknowledged(), registeredToCarryOut()];
  it.each([
    ['money was received', [...toCarryOut, fundsReceived()]],
    ['people were sent', [...toCarryOut, seconded()]],
    ['a unit came home and is offered again', [...at('REPATRIATED'), renewed()]],
    ['such a unit lapsed', [...at('REPATRIATED'), renewed(), lapsed()]],
  ])('one keeps its status where %s', (_what, history) => {
    const { status } = after(history).state();
    expect(['REGISTERED', 'LAPSED']).toContain(status);
    after(history).when(SupersedePledge).thenRefused('DELIVERY_BEGUN');
  });

  it('names the newer pledge and frees every match', () => {
    const both = [...at('MATCHED'), matched({ gapId: OTHER_GAP, reservationId: OTHER_RESERVATION })];
    after(both)
      .when(SupersedePledge)
      .then({
        type: 'PledgeSuperseded',
        data: {
          pledgeId: PLEDGE,
          newerPledgeId: NEWER,
          endedMatches: [
            { gapId: GAP, reservationId: RESERVATION },
            { gapId: OTHER_GAP, reservationId: OTHER_RESERVATION },
          ],
        },
      });
    expect(after(both).when(SupersedePledge).events()).toMatchObject([{ ruleSet: 'pcrs-2026.11' }]);
  });

  it('leaves the promise as it was, at its end', () => {
    const { state } = after([...at('MATCHED'), superseded()]);
    expect(state()).toMatchObject({
      status: 'SUPERSEDED',
      supersededBy: NEWER,
      matches: [],
      quantity: { min: 2, max: 3 },
      reachedOn: { SUPERSEDED: '2026-01-10' },
    });
  });

  it('said again changes nothing; another update finds it at its end', () => {
    const history = [...at('REGISTERED'), superseded()];
    after(history).when(SupersedePledge).thenNothing();
    after(history)
      .when(SupersedePledge, { newerPledgeId: idOf(6) })
      .thenRefused('WRONG_ORDER');
  });

  it('is refused for the promise of another state', () =>
    after(at('REGISTERED')).when(SupersedePledge, { memberState: 'KOR' }).thenRefused('STATE_DIFFERS'));

  it('is refused where the update is older than what it names', () =>
    after(at('REGISTERED'))
      .when(SupersedePledge, {}, { occurredOn: '2025-01-09' })
      .thenRefused('BEFORE_ANNOUNCEMENT'));

  it('does nothing under the rules of 2019, by which both stand', () =>
    after(at('REGISTERED'))
      .when(SupersedePledge, {}, { now: '2026-10-31T12:00:00.000Z', occurredOn: '2026-10-01' })
      .thenRefused('NOT_IN_FORCE'));

  it.each([
    'WithdrawPledge',
    'RenewPledge',
    'LapsePledge',
    'MatchPledge',
    'AmendPledge',
    'ReportProgress',
  ] as const)('nothing follows: %s is out of order', (type) => {
    expect(outcomeOf(commandFor(type), after([...at('REGISTERED'), superseded()]).state())).toBe(
      'WRONG_ORDER',
    );
  });
});

describe('a promise is newer', () => {
  const said = (announcedOn: string | null, conference: string | null) =>
    after([announced({ announcedOn, conference })]).state();

  it.each([
    ['two years later', '2021-12-07', '2021-seoul', '2019-03-29', '2019-new-york', true],
    ['two years before', '2019-03-29', '2019-new-york', '2021-12-07', '2021-seoul', false],
    ['at the same meeting, a day later', '2021-12-08', '2021-seoul', '2021-12-07', '2021-seoul', false],
    ['outside of meetings, a day later', '2021-12-08', null, '2021-12-07', null, true],
    ['on the same day', '2021-12-07', null, '2021-12-07', '2021-seoul', false],
    ['than one without a day', '2021-12-07', null, null, null, false],
    ['without a day', null, null, '2021-12-07', null, false],
  ])('%s: %s %s, %s %s is %s', (_what, day, meeting, dayBefore, meetingBefore, is) => {
    expect(announcedLater(said(day, meeting), said(dayBefore, meetingBefore))).toBe(is);
  });
});
