/** Accountability page, section 13: how much of a need a chosen offer answers. */
import { specFor } from '@pledgeline/event-sourcing/testing';
import { id } from '../testing/a-unit.ts';
import { need } from './need.ts';

const given = specFor(need);
const needId = id(1);
const offerId = id(21);
const viet = { role: 'MS', onBehalfOf: 'VNM' };
const published = {
  type: 'NeedPublished' as const,
  data: {
    needId,
    kind: 'TRAINING' as const,
    capabilityCode: 'MED-TRAINING',
    text: 'Training of the staff of a hospital',
    memberState: 'VNM',
    body: null,
    number: 70,
    neededBy: null,
    languages: [],
    conference: null,
    followsPledge: null,
    source: null,
  },
};
const made = (number: number | null) => ({
  type: 'OfferMade' as const,
  data: { needId, offerId, memberState: 'AUS', body: null, text: 'Instructors', number, pledgeId: null },
});
const choose = (number: number | null) => ({
  type: 'ChooseOffer' as const,
  data: { needId, offerId, number, reason: null },
});
const chosen = (number: number | null) => ({
  type: 'OfferChosen' as const,
  data: { needId, offerId, number, reason: null },
});

it.each([
  [40, null, 40],
  [40, 30, 30],
  [40, 40, 40],
  [90, null, 90],
  [null, 70, 70],
  [null, null, null],
])('of an offer of %s, chosen for %s, %s are taken up', (offered, asked, taken) =>
  given(published, made(offered)).when(choose(asked), viet).then(chosen(taken)),
);

it('no more is taken up than was offered', () => {
  const refused = given(published, made(40)).when(choose(41), viet).thenRejected('MORE_THAN_OFFERED');
  expect(refused.details).toEqual({ field: 'number', offered: 40 });
});

it('the same choice again changes nothing, another number is another choice', () => {
  given(published, made(40), chosen(30)).when(choose(30), viet).thenNothing();
  given(published, made(40), chosen(40)).when(choose(null), viet).thenNothing();
  given(published, made(40), chosen(30)).when(choose(40), viet).thenRejected('OFFER_SETTLED');
});

it('what was chosen before numbers were said was taken up as it was offered', () => {
  given(published, made(40), chosen(null)).when(choose(null), viet).thenNothing();
  given(published, made(null), chosen(null)).when(choose(null), viet).thenNothing();
});
