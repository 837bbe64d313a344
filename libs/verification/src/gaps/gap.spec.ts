import { specFor } from '@pledgeline/event-sourcing/testing';
import { gap } from './gap.ts';
import { id } from '../testing/a-unit.ts';

const given = specFor(gap);
const gapId = id(1);
const [first, second] = [id(21), id(22)] as const;
const pledgeId = id(11);
const need = {
  gapId,
  mission: 'MINUSCA',
  capabilityCode: 'INF-BN',
  substitutes: ['COMPOSITE-BN'],
  number: 3,
  unit: 'unit',
  neededBy: '2026-06-30',
  priority: 'HIGH' as const,
  requirement: null,
  narrowed: false,
};
const publish = (changes: object = {}) => ({ type: 'PublishGap' as const, data: { ...need, ...changes } });
const published = { type: 'GapPublished' as const, data: need };
interface Changes {
  readonly number?: number;
  readonly neededBy?: string | null;
  readonly priority?: 'HIGH' | 'LOW';
  readonly narrowed?: boolean;
}
const revise = (changes: Changes) => ({
  type: 'ReviseGap' as const,
  data: {
    gapId,
    number: changes.number,
    neededBy: changes.neededBy,
    priority: changes.priority,
    narrowed: changes.narrowed,
    reason: 'A new mandate',
  },
});
const { mission, capabilityCode, substitutes, unit, requirement } = need;
const sought = { mission, capabilityCode, substitutes, unit, requirement };
const revised = (changes: object) => {
  const stated = { number: 3, neededBy: '2026-06-30', priority: 'HIGH', narrowed: false, ...changes };
  return { type: 'GapRevised' as const, data: { gapId, sought, reason: 'A new mandate', ...stated } };
};
const close = { type: 'CloseGap' as const, data: { gapId, reason: 'Filled otherwise' } };
const closed = { type: 'GapClosed' as const, data: close.data };
const reserve = (reservationId: string, quantity: number) => ({
  type: 'ReserveGap' as const,
  data: { gapId, reservationId, pledgeId, quantity, personsPerUnit: null },
});
const reserved = (reservationId: string, quantity: number) => ({
  type: 'GapReserved' as const,
  data: {
    gapId,
    reservationId,
    pledgeId,
    quantity,
    personsPerUnit: null,
    mission: 'MINUSCA',
    unit: 'unit',
    acceptedCodes: ['INF-BN', 'COMPOSITE-BN'],
    requestedBy: 'tester',
  },
});
const release = (reservationId: string) => ({
  type: 'ReleaseGap' as const,
  data: { gapId, reservationId, pledgeId, reason: 'MatchReleased' },
});
const released = (reservationId: string) => ({
  type: 'GapReleased' as const,
  data: release(reservationId).data,
});
const [FGS, SFGC, SYSTEM] = [{ role: 'FGS' }, { role: 'SFGC' }, { role: 'SYSTEM' }] as const;

describe('publishing', () => {
  it.each(['FGS', 'PD', 'MISSION'])('%s says what is needed', (role) =>
    given().when(publish(), { role }).then(published),
  );

  it.each(['SFGC', 'DESK', 'MS', 'SYSTEM'])(
    '%s does not',
    (role) => void given().when(publish(), { role }).thenRejected('FORBIDDEN'),
  );

  it('an unknown code is refused by field', () => {
    const refused = given()
      .when(publish({ capabilityCode: 'INF' }), FGS)
      .thenRejected('UNKNOWN_CAPABILITY');
    expect(refused.details).toEqual({ field: 'capabilityCode', nearest: ['INF-BN'] });
  });

  it('an unknown substitute as well', () => {
    const refused = given()
      .when(publish({ substitutes: ['INF'] }), FGS)
      .thenRejected('UNKNOWN_CAPABILITY');
    expect(refused.details).toEqual({ field: 'substitutes', nearest: ['INF-BN'] });
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])(
    '%s is no number to need',
    (number) => void given().when(publish({ number }), FGS).thenRejected('QUANTITY_INVALID'),
  );

  it('a gap is published once', () => void given(published).when(publish(), FGS).thenRejected('GAP_EXISTS'));

  it('not tomorrow', () =>
    void given()
      .when(publish(), { ...FGS, occurredOn: '2026-01-16' })
      .thenRejected('DATE_IN_FUTURE'));
});

describe('revising', () => {
  it('what is not named stays', () =>
    given(published)
      .when(revise({ number: 4 }), FGS)
      .then(revised({ number: 4 })));

  it('a date can be taken away', () =>
    given(published)
      .when(revise({ neededBy: null }), FGS)
      .then(revised({ neededBy: null })));

  it('the same again changes nothing', () =>
    given(published)
      .when(revise({ number: 3, priority: 'HIGH' }), FGS)
      .thenNothing());

  it('down to what is reserved', () =>
    given(published, reserved(first, 2))
      .when(revise({ number: 2 }), FGS)
      .then(revised({ number: 2 })));

  it('never below it', () => {
    const refused = given(published, reserved(first, 2))
      .when(revise({ number: 1 }), FGS)
      .thenRejected('BELOW_RESERVED');
    expect(refused.details).toMatchObject({ reserved: 2 });
  });

  it('what was released no longer counts', () =>
    given(published, reserved(first, 2), released(first))
      .when(revise({ number: 1 }), FGS)
      .thenTypes('GapRevised'));

  it('not to nothing', () =>
    void given(published)
      .when(revise({ number: 0 }), FGS)
      .thenRejected('QUANTITY_INVALID'));

  it('nothing unknown', () =>
    void given()
      .when(revise({ number: 1 }), FGS)
      .thenRejected('GAP_NOT_FOUND'));
  it('nothing closed', () =>
    void given(published, closed)
      .when(revise({ number: 1 }), FGS)
      .thenRejected('GAP_CLOSED'));
  it('not by SFGC', () =>
    void given(published)
      .when(revise({ number: 1 }), SFGC)
      .thenRejected('FORBIDDEN'));
});

describe('closing', () => {
  it('a gap that holds nothing is closed', () => given(published).when(close, FGS).then(closed));
  it('closing twice changes nothing', () => given(published, closed).when(close, FGS).thenNothing());
  it('not while it holds something', () =>
    void given(published, reserved(first, 1)).when(close, FGS).thenRejected('OPEN_RESERVATIONS'));
  it('but when all is released', () =>
    given(published, reserved(first, 1), released(first)).when(close, FGS).thenTypes('GapClosed'));
  it('nothing unknown', () => void given().when(close, FGS).thenRejected('GAP_NOT_FOUND'));
  it('not by SFGC', () => void given(published).when(close, SFGC).thenRejected('FORBIDDEN'));
});

describe('reserving', () => {
  it('a part is held, with what the match will be checked against', () =>
    given(published).when(reserve(first, 2), SFGC).then(reserved(first, 2)));

  it('all that is left can be held', () =>
    given(published, reserved(first, 2)).when(reserve(second, 1), SFGC).thenTypes('GapReserved'));

  it('no more than is left', () =>
    expect(
      given(published, reserved(first, 2)).when(reserve(second, 2), SFGC).thenRejected('NOT_ENOUGH_LEFT')
        .details,
    ).toMatchObject({ field: 'quantity', left: 1 }));

  it('a revision makes room', () =>
    given(published, reserved(first, 3), revised({ number: 4 }))
      .when(reserve(second, 1), SFGC)
      .thenTypes('GapReserved'));

  it('the same reservation again changes nothing, held or not', () => {
    given(published, reserved(first, 3)).when(reserve(first, 3), SFGC).thenNothing();
    given(published, reserved(first, 3), released(first)).when(reserve(first, 3), SFGC).thenNothing();
  });

  it.each([0, -1, 0.5])(
    '%s is nothing to hold',
    (quantity) => void given(published).when(reserve(first, quantity), SFGC).thenRejected('QUANTITY_INVALID'),
  );

  it('nothing of a closed gap', () =>
    void given(published, closed).when(reserve(first, 1), SFGC).thenRejected('GAP_CLOSED'));
  it('nothing unknown', () => void given().when(reserve(first, 1), SFGC).thenRejected('GAP_NOT_FOUND'));
  it('not by FGS', () => void given(published).when(reserve(first, 1), FGS).thenRejected('FORBIDDEN'));
});

describe('releasing', () => {
  it('what was held is free again', () =>
    given(published, reserved(first, 3)).when(release(first), SYSTEM).then(released(first)));
  it('twice changes nothing', () =>
    given(published, reserved(first, 3), released(first)).when(release(first), SYSTEM).thenNothing());
  it('what was never held changes nothing', () => {
    given(published).when(release(first), SYSTEM).thenNothing();
    given().when(release(first), SYSTEM).thenNothing();
  });
  it('also of a closed gap', () =>
    given(published, reserved(first, 3), closed).when(release(first), SYSTEM).thenTypes('GapReleased'));
  it('whatever a clock that stepped back makes of the date', () =>
    given(published, reserved(first, 3))
      .when(release(first), { ...SYSTEM, occurredOn: '2026-01-16' })
      .thenTypes('GapReleased'));
  it('by the system alone', () =>
    void given(published, reserved(first, 3)).when(release(first), SFGC).thenRejected('FORBIDDEN'));
});

it('an event it does not know changes nothing', () =>
  expect(given(published, { type: 'SomethingNew', data: {} }).state()).toEqual(given(published).state()));
