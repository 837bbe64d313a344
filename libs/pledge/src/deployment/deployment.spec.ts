/** One spec for the chapter, as the chapter is one file: it is read beside it. */
import { after } from '../testing/a-pledge.ts';
import { registered } from '../testing/early-life.ts';
import { deployed, historyTo, mouAmended, rotated } from '../testing/later-life.ts';
import { GAP, PLEDGE, RESERVATION } from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
/** The same history, of a pledge that counts persons. */
const ofTroops = (status: keyof typeof historyTo) =>
  at(status).map((event) =>
    event.type === 'PledgeRegistered'
      ? registered({ quantity: { min: 700, max: 850, unit: 'troops', asStated: '700-850' } })
      : event,
  );

describe('SignMou', () => {
  const { SignMou } = commands;

  it('records what was agreed', () =>
    after(at('SELECTED'))
      .when(SignMou)
      .then({ type: 'MouSigned', data: { ...SignMou.data, signedOn: '2026-01-15' } }));

  it('before selection is refused', () => after(at('MATCHED')).when(SignMou).thenRefused('WRONG_ORDER'));

  it.each(['MOU_SIGNED', 'READY', 'DEPLOYED'] as const)('a second one, when %s, is refused', (status) =>
    after(at(status)).when(SignMou).thenRefused('MOU_EXISTS'),
  );

  it.each([
    [699, true],
    [700, false],
    [850, false],
    [851, true],
  ])('a strength of %i for 700 to 850 troops is refused: %s', (strength, refused) => {
    const outcome = after(ofTroops('SELECTED')).when(SignMou, { strength });
    if (refused) outcome.thenRefused('STRENGTH_OUT_OF_RANGE');
    else outcome.thenTypes('MouSigned');
  });

  it.each([
    [1700, '2026-11-29', false],
    [1500, '2026-11-29', false],
    [1701, '2026-11-29', true],
    [1701, '2026-02-01', false],
  ])('a strength of %i for units of 1700 persons, on %s, is refused: %s', (strength, day, refused) => {
    const beside = { strength: { min: 1700, max: 1700, unit: 'persons', asStated: '1700' } };
    const history = at('SELECTED').map((event) =>
      event.type === 'PledgeRegistered' ? { ...event, data: { ...event.data, ...beside } } : event,
    );
    const outcome = after(history).when(SignMou, { strength }, { now: `${day}T12:00:00.000Z` });
    if (refused) outcome.thenRefused('STRENGTH_OUT_OF_RANGE');
    else outcome.thenTypes('MouSigned');
  });

  it('for a time before the selection says why', () => {
    const early = { occurredOn: '2025-09-30' };
    after(at('SELECTED')).when(SignMou, {}, early).thenRefused('RETROACTIVE_REASON_MISSING');
    after(at('SELECTED')).when(SignMou, { retroactiveReason: 'Re-hatted' }, early).thenTypes('MouSigned');
    after(at('SELECTED')).when(SignMou, {}, { occurredOn: '2025-10-01' }).thenTypes('MouSigned');
  });

  it.each([
    ['PERIOD_INVALID', { to: '2026-02-01' }],
    ['PERIOD_INVALID', { to: '2026-01-31' }],
    ['DATE_IMPOSSIBLE', { from: '2026-02-30' }],
    ['DATE_IMPOSSIBLE', { to: '2027-13-01' }],
    ['TEXT_MISSING', { mouReference: '' }],
    ['TEXT_MISSING', { equipmentAnnexVersion: '' }],
  ])('is refused as %s for %j', (code, changes) =>
    after(at('SELECTED')).when(SignMou, changes).thenRefused(code),
  );
});

describe('AmendMou', () => {
  const { AmendMou } = commands;

  it.each(['MOU_SIGNED', 'READY', 'DEPLOYED'] as const)('changes the terms named, when %s', (status) =>
    after(at(status))
      .when(AmendMou)
      .then({ type: 'MouAmended', data: { ...AmendMou.data, mouReference: 'MOU-1' } }),
  );

  it('twice changes nothing', () =>
    after([...at('MOU_SIGNED'), mouAmended()])
      .when(AmendMou)
      .thenNothing());

  it('leaves the other terms', () => {
    expect(
      after([...at('MOU_SIGNED'), mouAmended({ strength: null, to: '2026-12-31' })]).state().mou,
    ).toEqual({
      reference: 'MOU-1',
      strength: 800,
      equipmentAnnexVersion: '1',
      signedOn: '2025-10-15',
      from: '2025-11-01',
      to: '2026-12-31',
    });
  });

  it('of nothing is refused', () =>
    after(at('MOU_SIGNED')).when(AmendMou, { strength: null }).thenRefused('NOTHING_TO_CHANGE'));

  it('without a reference is refused', () =>
    after(at('MOU_SIGNED')).when(AmendMou, { amendmentReference: '' }).thenRefused('TEXT_MISSING'));

  it('to a period that ends before it begins is refused', () =>
    after(at('MOU_SIGNED')).when(AmendMou, { to: '2025-10-31' }).thenRefused('PERIOD_INVALID'));

  it('to a strength outside the pledge is refused', () =>
    after(ofTroops('MOU_SIGNED')).when(AmendMou, { strength: 900 }).thenRefused('STRENGTH_OUT_OF_RANGE'));

  it('before signing is refused', () => after(at('SELECTED')).when(AmendMou).thenRefused('WRONG_ORDER'));

  it('of a unit deployed without one is refused', () =>
    after([...at('SELECTED'), deployed()])
      .when(AmendMou)
      .thenRefused('MOU_MISSING'));
});

describe('ConductPdv', () => {
  const { ConductPdv } = commands;

  it('passed makes the unit ready', () => {
    const [event] = after(at('MOU_SIGNED')).when(ConductPdv).events();
    expect(event).toEqual({ type: 'PdvConducted', data: ConductPdv.data, occurredOn: '2026-01-12' });
    expect(after([...at('MOU_SIGNED'), event!]).state()).toMatchObject({
      status: 'READY',
      pdvPassedOn: '2026-01-12',
    });
  });

  it('failed leaves it where it was, and it may be visited again', () => {
    const [event] = after(at('MOU_SIGNED')).when(ConductPdv, { result: 'FAILED' }).events();
    const failed = [...at('MOU_SIGNED'), event!];
    expect(after(failed).state()).toMatchObject({ status: 'MOU_SIGNED', pdvPassedOn: null });
    after(failed).when(ConductPdv).thenTypes('PdvConducted');
  });

  it('before the MOU is refused', () => after(at('SELECTED')).when(ConductPdv).thenRefused('WRONG_ORDER'));

  it('may last one day', () =>
    after(at('MOU_SIGNED')).when(ConductPdv, { from: '2026-01-12' }).thenTypes('PdvConducted'));

  it.each([
    ['DATE_IN_FUTURE', { to: '2026-01-16' }],
    ['PERIOD_INVALID', { from: '2026-01-13' }],
    ['DATE_IMPOSSIBLE', { from: '2026-00-13' }],
    ['BEFORE_SELECTION', { from: '2025-09-30' }],
    ['TEXT_MISSING', { dosReference: '' }],
  ])('is refused as %s for %j', (code, changes) =>
    after(at('MOU_SIGNED')).when(ConductPdv, changes).thenRefused(code),
  );
});

describe('DeployUnit', () => {
  const { DeployUnit } = commands;
  const letter = { exception: 'LETTER_OF_ASSIST', approver: 'USG DOS' } as const;

  it('brings the ready unit to the mission it was selected for', () =>
    after(at('READY'))
      .when(DeployUnit)
      .then({
        type: 'UnitDeployed',
        data: { ...DeployUnit.data, mission: 'MINUSCA', deployedOn: '2026-01-15' },
      }));

  it.each(['SELECTED', 'MOU_SIGNED'] as const)('from %s needs an exception', (status) => {
    const rejected = after(at(status)).when(DeployUnit).thenRejected('WRONG_ORDER');
    expect(rejected.details).toMatchObject({ pledgeStatus: status, reason: 'EXCEPTION_REQUIRED' });
    after(at(status)).when(DeployUnit, letter).thenTypes('UnitDeployed');
  });

  it('by exception needs an approver', () =>
    after(at('SELECTED'))
      .when(DeployUnit, { ...letter, approver: ' ' })
      .thenRefused('APPROVER_MISSING'));

  it('no exception leads from elsewhere', () =>
    after(at('MATCHED')).when(DeployUnit, letter).thenRefused('WRONG_ORDER'));

  it('above the strength of the MOU is refused', () => {
    after(at('READY')).when(DeployUnit, { strength: 801 }).thenRefused('STRENGTH_ABOVE_MOU');
    after(at('MOU_SIGNED'))
      .when(DeployUnit, { ...letter, strength: 801 })
      .thenRefused('STRENGTH_ABOVE_MOU');
  });

  it('dated before the PDV is refused', () =>
    after(at('READY')).when(DeployUnit, {}, { occurredOn: '2025-11-11' }).thenRefused('BEFORE_PDV'));

  it('dated before the selection is refused, but for a re-hatted unit that was there', () => {
    const early = { occurredOn: '2025-09-30' };
    after(at('READY')).when(DeployUnit, {}, early).thenRefused('BEFORE_SELECTION');
    after(at('SELECTED'))
      .when(DeployUnit, { ...letter, exception: 'REHATTING' }, early)
      .thenTypes('UnitDeployed');
  });

  it('without a place is refused', () =>
    after(at('READY')).when(DeployUnit, { place: '' }).thenRefused('TEXT_MISSING'));

  it('twice is refused', () => after(at('DEPLOYED')).when(DeployUnit).thenRefused('ALREADY_DEPLOYED'));
});

describe('RotateUnit', () => {
  const { RotateUnit } = commands;

  it('replaces personnel, and the unit stays deployed', () => {
    const [event] = after(at('DEPLOYED')).when(RotateUnit, { strengthIn: 780 }).events();
    expect(event).toEqual({
      type: 'UnitRotated',
      data: { ...RotateUnit.data, strengthIn: 780, rotatedOn: '2026-01-15' },
    });
    expect(after([...at('DEPLOYED'), event!]).state()).toMatchObject({
      status: 'DEPLOYED',
      deployment: { strength: 780, lastRotatedOn: '2026-01-15' },
    });
  });

  it('comes after the deployment and after the last rotation', () => {
    after(at('DEPLOYED'))
      .when(RotateUnit, {}, { occurredOn: '2025-11-20' })
      .thenRefused('BEFORE_LAST_ROTATION');
    const turned = [...at('DEPLOYED'), rotated()];
    after(turned).when(RotateUnit, {}, { occurredOn: '2026-01-05' }).thenRefused('BEFORE_LAST_ROTATION');
    after(turned).when(RotateUnit, {}, { occurredOn: '2026-01-06' }).thenTypes('UnitRotated');
  });

  it('names the next state by its code', () => {
    after(at('DEPLOYED')).when(RotateUnit, { nextState: 'PRT' }).thenTypes('UnitRotated');
    after(at('DEPLOYED')).when(RotateUnit, { nextState: 'XXX' }).thenRefused('UNKNOWN_STATE');
  });
});

describe('RepatriateUnit', () => {
  const { RepatriateUnit } = commands;

  it('brings the unit home and frees the gap', () =>
    after(at('DEPLOYED'))
      .when(RepatriateUnit)
      .then({
        type: 'UnitRepatriated',
        data: {
          pledgeId: PLEDGE,
          reason: 'END_OF_TOUR',
          repatriatedOn: '2026-01-15',
          endedMatches: [{ gapId: GAP, reservationId: RESERVATION }],
        },
      }));

  it('comes after the deployment and not before a rotation', () => {
    after(at('DEPLOYED'))
      .when(RepatriateUnit, {}, { occurredOn: '2025-11-20' })
      .thenRefused('BEFORE_DEPLOYMENT');
    const turned = [...at('DEPLOYED'), rotated()];
    after(turned).when(RepatriateUnit, {}, { occurredOn: '2026-01-04' }).thenRefused('BEFORE_DEPLOYMENT');
    after(turned).when(RepatriateUnit, {}, { occurredOn: '2026-01-05' }).thenTypes('UnitRepatriated');
  });

  it('twice is refused', () => after(at('REPATRIATED')).when(RepatriateUnit).thenRefused('WRONG_ORDER'));

  it('keeps the deployment as it was', () => {
    expect(after(at('REPATRIATED')).state()).toMatchObject({
      matches: [],
      deployment: { deployedOn: '2025-11-20', repatriatedOn: '2026-01-12' },
    });
  });
});
