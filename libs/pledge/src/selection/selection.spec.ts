/** One spec for the chapter, as the chapter is one file: it is read beside it. */
import { NOT_MEASURED } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { aavPassed, documents, acknowledged, announced, level2, registered } from '../testing/early-life.ts';
import {
  atLevel1,
  atLevel2,
  atLevel3,
  atRapid,
  historyTo,
  matched,
  matchRefused,
  matchReleased,
  selected,
} from '../testing/later-life.ts';
import { GAP, OTHER_GAP, OTHER_RESERVATION, PLEDGE, RESERVATION } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const system = by('SYSTEM', 'RWA');

describe('MatchPledge', () => {
  const { MatchPledge } = commands;
  const { acceptedCodes: _codes, reserved: _reserved, ...asked } = MatchPledge.data;

  it('sets part of the pledge against a gap', () => {
    const [event] = after(atLevel1).when(MatchPledge).events();
    expect(event).toEqual({
      type: 'PledgeMatched',
      data: { ...asked, ...NOT_MEASURED, fit: 'PARTIAL', openCaveats: [] },
      ruleSet: 'pcrs-2019.01',
    });
  });

  it('is full when it takes all that is pledged', () => {
    const [event] = after(atLevel1).when(MatchPledge, { quantity: 3 }).events();
    expect(event?.data).toMatchObject({ fit: 'FULL' });
  });

  it('takes further parts while something is left', () => {
    after(at('MATCHED')).when(MatchPledge).thenTypes('PledgeMatched');
    const both = after([
      ...at('MATCHED'),
      matched({ gapId: OTHER_GAP, reservationId: OTHER_RESERVATION }),
    ]).state();
    expect(both.matches).toHaveLength(2);
  });

  it('two gaps want the same unit: the second fails on the remaining quantity', () => {
    const rejected = after(at('MATCHED')).when(MatchPledge, { quantity: 3 }).thenRejected('NOT_ENOUGH_LEFT');
    expect(rejected.details).toEqual({ field: 'quantity', left: 2 });
  });

  it('a pledge that states no number is one', () => {
    const notStated = [announced(), acknowledged(), ...documents, registered({ quantity: null })];
    after(notStated).when(MatchPledge, { quantity: 1 }).thenTypes('PledgeMatched');
    after(notStated).when(MatchPledge).thenRefused('NOT_ENOUGH_LEFT');
  });

  it.each([0, -1, 1.5])('of %d is refused', (quantity) =>
    after(atLevel1).when(MatchPledge, { quantity }).thenRefused('QUANTITY_INVALID'),
  );

  it('to the same gap twice is refused', () =>
    after(at('MATCHED')).when(MatchPledge, { gapId: GAP }).thenRefused('ALREADY_MATCHED'));

  it('of a code that does not fill the gap is refused', () => {
    const rejected = after(atLevel1)
      .when(MatchPledge, { acceptedCodes: ['FPU'] })
      .thenRejected('CODE_MISMATCH');
    expect(rejected.details).toEqual({ allowed: ['FPU'] });
  });

  it('of an expired pledge is refused, also in the grace', () => {
    after(atLevel1).when(MatchPledge, {}, { now: '2026-06-02T00:00:00.000Z' }).thenRefused('EXPIRED');
    after(atLevel1).when(MatchPledge, {}, { now: '2026-06-01T00:00:00.000Z' }).thenTypes('PledgeMatched');
  });

  it('by the system without a reservation is forbidden', () =>
    after(atLevel1).when(MatchPledge, {}, system).thenRefused('FORBIDDEN'));

  describe('for a reservation that waits', () => {
    const reserved = { reserved: true };
    const refusal = (code: string) => {
      const { pledgeId, gapId, reservationId, quantity } = MatchPledge.data;
      return { type: 'MatchRefused', data: { pledgeId, gapId, reservationId, quantity, code } };
    };

    it('is the same match', () =>
      after(atLevel1).when(MatchPledge, reserved, system).thenTypes('PledgeMatched'));

    it.each([
      ['CODE_MISMATCH', { acceptedCodes: ['FPU'] }],
      ['ALREADY_MATCHED', { gapId: GAP }],
      ['NOT_ENOUGH_LEFT', { quantity: 9 }],
    ])('a refusal as %s is an event, so that the gap is freed', (code, changes) => {
      const expected = refusal(code);
      after(at('MATCHED'))
        .when(MatchPledge, { ...reserved, ...changes }, system)
        .then({
          ...expected,
          data: {
            ...expected.data,
            ...('gapId' in changes ? { gapId: changes.gapId } : {}),
            ...('quantity' in changes ? { quantity: changes.quantity } : {}),
          },
        });
    });

    it.each(['SELECTED', 'WITHDRAWN', 'LAPSED', 'ANNOUNCED'] as const)(
      'a pledge that is %s refuses by an event',
      (status) => after(at(status)).when(MatchPledge, reserved, system).then(refusal('WRONG_ORDER')),
    );

    it('an expired pledge refuses by an event', () =>
      after(atLevel1)
        .when(MatchPledge, reserved, { ...system, now: '2026-06-20T00:00:00.000Z' })
        .then(refusal('EXPIRED')));

    it('a pledge that does not exist still throws', () =>
      after([]).when(MatchPledge, reserved, system).thenRefused('PLEDGE_NOT_FOUND'));

    it('a role that may not match still throws', () =>
      after(atLevel1).when(MatchPledge, reserved, by('DESK')).thenRefused('FORBIDDEN'));

    it('a quantity that is none still throws', () =>
      after(atLevel1)
        .when(MatchPledge, { quantity: 0.5, ...reserved }, system)
        .thenRefused('QUANTITY_INVALID'));

    const again = { ...reserved, gapId: GAP, reservationId: RESERVATION };

    it('answered by a match changes nothing, wherever the pledge is by now', () => {
      after(at('MATCHED')).when(MatchPledge, again, system).thenNothing();
      after(at('DEPLOYED')).when(MatchPledge, again, system).thenNothing();
      after([...at('MATCHED'), matchReleased()])
        .when(MatchPledge, again, system)
        .thenNothing();
    });

    it('answered by a refusal changes nothing', () =>
      after([...atLevel1, matchRefused()])
        .when(MatchPledge, again, system)
        .thenNothing());
  });

  it('a refusal leaves the pledge as it was', () => {
    const before = after(atLevel1).state();
    expect(after([...atLevel1, matchRefused()]).state()).toEqual({
      ...before,
      answeredReservations: [RESERVATION],
    });
  });
});

describe('ReleaseMatch', () => {
  const { ReleaseMatch } = commands;

  it('ends the match', () => {
    after(at('MATCHED')).when(ReleaseMatch).then({ type: 'MatchReleased', data: matchReleased().data });
    expect(after([...at('MATCHED'), matchReleased()]).state()).toMatchObject({
      status: 'REGISTERED',
      matches: [],
    });
  });

  it('leaves the pledge matched while another match remains', () => {
    const two = [...at('MATCHED'), matched({ gapId: OTHER_GAP, reservationId: OTHER_RESERVATION })];
    expect(after([...two, matchReleased()]).state()).toMatchObject({
      status: 'MATCHED',
      matches: [{ gapId: OTHER_GAP }],
    });
  });

  it('of a gap it is not matched to is refused', () => {
    expect(
      after(at('MATCHED')).when(ReleaseMatch, { gapId: OTHER_GAP }).thenRejected('UNKNOWN_MATCH').kind,
    ).toBe('missing');
  });

  it('after selection is refused', () => after(at('SELECTED')).when(ReleaseMatch).thenRefused('WRONG_ORDER'));

  it('without a reason is refused', () =>
    after(at('MATCHED')).when(ReleaseMatch, { reason: ' ' }).thenRefused('TEXT_MISSING'));
});

describe('SelectUnit', () => {
  const { SelectUnit } = commands;
  const police = [
    announced({ capabilityCode: 'FPU' }),
    acknowledged(),
    ...documents,
    registered({ capabilityCode: 'FPU' }),
    aavPassed(),
    level2(),
    matched(),
  ];

  it('chooses the unit for the mission of its match', () => {
    const [event] = after(at('MATCHED')).when(SelectUnit).events();
    expect(event).toEqual({
      type: 'UnitSelected',
      data: { ...SelectUnit.data, mission: 'MINUSCA', selectedOn: '2026-01-15' },
      ruleSet: 'pcrs-2019.01',
    });
    expect(after(at('SELECTED')).state().selection).toMatchObject({ gapId: GAP, reservationId: RESERVATION });
  });

  it('at Level 1 is refused: the AAV is missing', () => {
    const rejected = after([...atLevel1, matched()])
      .when(SelectUnit)
      .thenRejected('AAV_MISSING');
    expect(rejected.kind).toBe('conflict');
    expect(rejected.details).toEqual({ level: 'L1', needed: 'L2' });
  });

  it.each([
    ['L3', atLevel3],
    ['RDL', atRapid],
  ])('at %s is possible', (_level, history) =>
    after([...history, matched()])
      .when(SelectUnit)
      .thenTypes('UnitSelected'),
  );

  it('on a visit that has expired is refused', () => {
    const day = (now: string) => ({ now: `${now}T09:00:00.000Z` });
    after(at('MATCHED')).when(SelectUnit, {}, day('2027-07-02')).thenRefused('AAV_EXPIRED');
    after(at('MATCHED')).when(SelectUnit, {}, day('2027-07-01')).thenTypes('UnitSelected');
  });

  it('at RDL stands on the AAV when the verification has expired', () => {
    const day = { now: '2026-08-21T09:00:00.000Z' };
    after([...atRapid, matched()])
      .when(SelectUnit, {}, day)
      .thenTypes('UnitSelected');
  });

  it('with two matches is refused, with the advice to release or split', () => {
    const two = [...at('MATCHED'), matched({ gapId: OTHER_GAP, reservationId: OTHER_RESERVATION })];
    const rejected = after(two).when(SelectUnit).thenRejected('TOO_MANY_MATCHES');
    expect(rejected.message).toMatch(/release .* split/);
    expect(rejected.details).toEqual({ gaps: [GAP, OTHER_GAP] });
  });

  it('for a gap it is not matched to is refused', () =>
    after(at('MATCHED')).when(SelectUnit, { gapId: OTHER_GAP }).thenRefused('UNKNOWN_MATCH'));

  it('against the host’s refusal is refused', () =>
    after(at('MATCHED')).when(SelectUnit, { hostConsent: 'REFUSED' }).thenRefused('HOST_CONSENT_REFUSED'));

  it.each(['PENDING', 'NOT_REQUIRED'] as const)('with host consent %s is possible', (hostConsent) =>
    after(at('MATCHED')).when(SelectUnit, { hostConsent }).thenTypes('UnitSelected'),
  );

  it('without a decision reference is refused', () =>
    after(at('MATCHED')).when(SelectUnit, { decisionReference: '' }).thenRefused('TEXT_MISSING'));

  it('police units are chosen by PD, military units by FGS', () => {
    after(police).when(SelectUnit, {}, by('PD')).thenTypes('UnitSelected');
    const rejected = after(police).when(SelectUnit).thenRejected('FORBIDDEN');
    expect(rejected.details).toEqual({ allowed: ['PD'] });
    after(at('MATCHED')).when(SelectUnit, {}, by('PD')).thenRefused('FORBIDDEN');
  });

  it('twice is refused', () => after(at('SELECTED')).when(SelectUnit).thenRefused('WRONG_ORDER'));
});

describe('DeclineSelection', () => {
  const { DeclineSelection } = commands;

  it.each([by('MS', 'RWA'), by('FGS'), by('PD')])('ends the selection and its match, by %j', (meta) =>
    after(at('SELECTED'))
      .when(DeclineSelection, {}, meta)
      .then({
        type: 'SelectionDeclined',
        data: { pledgeId: PLEDGE, gapId: GAP, reservationId: RESERVATION, reason: 'No host consent' },
      }),
  );

  it('leaves the offer registered, so that it may lapse again', () => {
    const [event] = after(at('SELECTED')).when(DeclineSelection).events();
    expect(after([...at('SELECTED'), event!]).state()).toMatchObject({
      status: 'REGISTERED',
      matches: [],
      selection: null,
    });
  });

  it('leaves it matched if another match remains', () => {
    const other = matched({ gapId: OTHER_GAP, reservationId: OTHER_RESERVATION });
    const [event] = after(at('SELECTED')).when(DeclineSelection).events();
    expect(after([...at('MATCHED'), other, selected(), event!]).state().status).toBe('MATCHED');
  });

  it('without a reason is refused', () =>
    after(at('SELECTED')).when(DeclineSelection, { reason: '' }).thenRefused('TEXT_MISSING'));

  it('before any selection is refused', () =>
    after(atLevel2).when(DeclineSelection).thenRefused('WRONG_ORDER'));
});
