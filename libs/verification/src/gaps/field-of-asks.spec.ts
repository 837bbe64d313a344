/** Accountability page, section 13: whose field an ask is in, on both tracks. */
import { specFor } from '@pledgeline/event-sourcing/testing';
import { desksOf } from '@pledgeline/pledge';
import { gap } from './gap.ts';
import { need } from '../needs/need.ts';
import { id } from '../testing/a-unit.ts';

const given = specFor(gap);
const gapId = id(1);
const sought = { gapId, mission: 'MINUSCA', substitutes: [], unit: 'unit', requirement: null };
const asked = { ...sought, number: 1, neededBy: null, priority: 'HIGH' as const, narrowed: false };
const publish = (capabilityCode: string, substitutes: string[] = []) => ({
  type: 'PublishGap' as const,
  data: { ...asked, capabilityCode, substitutes },
});
const by = (role: string, day = '2026-11-29') => ({ role, now: `${day}T12:00:00.000Z`, occurredOn: day });

it.each([
  ['INF-BN', ['FGS']],
  ['FPU', ['PD']],
  ['FPU-RIV', ['PD']],
  ['STAFF-OFFICERS', ['FGS']],
  ['IPO', ['PD']],
  ['TRG-POLICE', ['PD']],
  ['PLANNERS', []],
  [null, []],
])('%s is in the field of %j', (code, desks) => {
  expect(desksOf(code)).toEqual(desks);
});

describe.each(['INF-BN', 'FPU', 'IPO', 'STAFF-OFFICERS', 'PLANNERS'])('a gap for %s', (code) => {
  const published = { type: 'GapPublished' as const, data: publish(code).data };
  const closing = { type: 'CloseGap' as const, data: { gapId, reason: 'Gone' } };
  const revising = {
    type: 'ReviseGap' as const,
    data: { gapId, number: 2, neededBy: undefined, priority: undefined, narrowed: undefined, reason: 'More' },
  };

  it.each(['FGS', 'PD'])('is kept by %s where it is in its field', (role) => {
    const isIn = desksOf(code).includes(role as 'PD');
    for (const outcome of [
      given().when(publish(code), by(role)),
      given(published).when(revising, by(role)),
      given(published).when(closing, by(role)),
    ]) {
      if (isIn) expect(outcome.events()).toHaveLength(1);
      else
        expect(outcome.thenRejected('NOT_IN_FIELD').details).toEqual({
          field: 'capabilityCode',
          allowed: desksOf(code),
        });
    }
  });

  it('is kept by a mission, which has no field', () =>
    given().when(publish(code), by('MISSION')).thenTypes('GapPublished'));
});

it('takes no code of the other field in its place, unless a mission asks', () => {
  const refused = given()
    .when(publish('FPU', ['MP']), by('PD'))
    .thenRejected('NOT_IN_FIELD');
  expect(refused.details).toEqual({ field: 'substitutes', allowed: ['FGS'] });
  given()
    .when(publish('FPU', ['MP']), by('MISSION'))
    .thenTypes('GapPublished');
});

it('fields are kept apart since November 2026', () => {
  given().when(publish('INF-BN'), by('PD', '2026-10-31')).thenTypes('GapPublished');
  given().when(publish('INF-BN'), by('PD', '2026-11-01')).thenRejected('NOT_IN_FIELD');
});

describe.each([
  ['INF-BN', ['FGS']],
  ['FPU', ['PD']],
  ['STAFF-OFFICERS', ['FGS']],
  ['IPO', ['PD']],
  ['SPT', ['PD']],
  ['TRG-POLICE', ['PD']],
  ['PLANNERS', []],
  [null, []],
])('a need for %s', (capabilityCode, desks: readonly string[]) => {
  const needId = id(2);
  const offerId = id(3);
  const said = { kind: 'EXPERTISE' as const, capabilityCode, text: 'A team', memberState: null };
  const rest = { neededBy: null, languages: [], conference: null, followsPledge: null, source: null };
  const data = { needId, ...said, ...rest, body: 'UNMISS', number: 5 };
  const published = { type: 'NeedPublished' as const, data };
  const offered = { needId, offerId, memberState: 'NOR', body: null, text: 'o', number: 5, pledgeId: null };
  const made = { type: 'OfferMade' as const, data: offered };
  const ofNeed = specFor(need);
  const reason = 'r';

  it.each(['FGS', 'PD'])('is kept by %s, who chooses, where it is in its field', (role) => {
    for (const outcome of [
      ofNeed().when({ type: 'PublishNeed', data }, by(role)),
      ofNeed(published, made).when(
        { type: 'ChooseOffer', data: { needId, offerId, number: null, reason } },
        by(role),
      ),
      ofNeed(published, made).when({ type: 'DeclineOffer', data: { needId, offerId, reason } }, by(role)),
      ofNeed(published).when({ type: 'CloseNeed', data: { needId, reason } }, by(role)),
    ]) {
      if (desks.includes(role)) expect(outcome.events()).toHaveLength(1);
      else
        expect(outcome.thenRejected('NOT_IN_FIELD').details).toEqual({
          field: 'capabilityCode',
          allowed: desks,
        });
    }
    ofNeed(published).when({ type: 'MakeOffer', data: offered }, by(role)).thenRejected('FORBIDDEN');
  });

  it('is kept by the desk, whatever its field', () =>
    ofNeed().when({ type: 'PublishNeed', data }, by('DESK')).thenTypes('NeedPublished'));
});
