import { specFor } from '@pledgeline/event-sourcing/testing';
import { id } from '../testing/a-unit.ts';
import { need } from './need.ts';

const given = specFor(need);
const needId = id(1);
const [first, second] = [id(21), id(22)];
const said = {
  needId,
  kind: 'TRAINING' as const,
  capabilityCode: 'MED-TRAINING',
  text: 'Training of the staff of a level II hospital',
  memberState: 'VNM',
  body: null,
  number: 70,
  neededBy: null,
  languages: [],
  conference: null,
  followsPledge: null,
  source: null,
};
const offered = (offerId: string, memberState = 'AUS') => ({
  needId,
  offerId,
  memberState,
  body: null,
  text: 'Two instructors',
  number: null,
  pledgeId: null,
});
const published = { type: 'NeedPublished' as const, data: said };
const made = (offerId: string) => ({ type: 'OfferMade' as const, data: offered(offerId) });
const chosen = { type: 'OfferChosen' as const, data: { needId, offerId: first, number: null, reason: null } };
const closed = { type: 'NeedClosed' as const, data: { needId, reason: 'Met' } };

const viet = { role: 'MS', onBehalfOf: 'VNM' };
const nepalAsPartner = { role: 'PARTNER', onBehalfOf: 'NPL' };
const bodyAsPartner = { role: 'PARTNER', onBehalfOf: null, body: 'UNITAR' };
const australia = { role: 'MS', onBehalfOf: 'AUS' };
const publish = (changes: object = {}) => ({ type: 'PublishNeed' as const, data: { ...said, ...changes } });
const offer = (changes: object = {}) => ({
  type: 'MakeOffer' as const,
  data: { ...offered(first), ...changes },
});
const choose = (offerId = first) => ({
  type: 'ChooseOffer' as const,
  data: { needId, offerId, number: null, reason: null },
});
const withdraw = {
  type: 'WithdrawOffer' as const,
  data: { needId, offerId: first, reason: 'Needed at home' },
};
const decline = { type: 'DeclineOffer' as const, data: { needId, offerId: first, reason: 'Too late' } };
const close = { type: 'CloseNeed' as const, data: closed.data };

describe('a need', () => {
  it('is published by the state that has it', () => given().when(publish(), viet).then(published));
  it('is not published by a state for another', () => {
    given().when(publish(), australia).thenRejected('FORBIDDEN');
  });
  it('is not published by the public', () => {
    given().when(publish(), { role: 'PUBLIC' }).thenRejected('FORBIDDEN');
  });
  it('is published once', () => {
    given(published).when(publish(), viet).thenRejected('NEED_EXISTS');
  });
  it('belongs to a state or to a body, not to both or to nobody', () => {
    const desk = { role: 'DESK' };
    given()
      .when(publish({ body: 'UNMISS' }), desk)
      .thenRejected('WHOSE_IS_IT');
    given()
      .when(publish({ memberState: null }), desk)
      .thenRejected('WHOSE_IS_IT');
    given()
      .when(publish({ memberState: null, body: 'UNMISS' }), desk)
      .thenTypes('NeedPublished');
  });
  it('names a state and a capability that are known', () => {
    given()
      .when(publish({ memberState: 'XXX' }), { role: 'DESK' })
      .thenRejected('UNKNOWN_STATE');
    given()
      .when(publish({ capabilityCode: 'NONE' }), viet)
      .thenRejected('UNKNOWN_CAPABILITY');
  });
  it('is closed with a reason, and once', () => {
    given(published).when(close, viet).then(closed);
    given(published, closed).when(close, viet).thenNothing();
    given().when(close, viet).thenRejected('NEED_NOT_FOUND');
  });
});

describe('an offer', () => {
  it('is made by a state for itself', () => {
    given(published).when(offer(), australia).then(made(first));
    given(published).when(offer(), viet).thenRejected('FORBIDDEN');
  });
  it('is made by a partner for its own state, or for a body where it speaks for no state', () => {
    const ofNepal = offer({ memberState: 'NPL' });
    const ofBody = offer({ memberState: null, body: 'UNITAR' });
    given(published).when(ofNepal, nepalAsPartner).thenTypes('OfferMade');
    given(published).when(ofNepal, bodyAsPartner).thenRejected('FORBIDDEN');
    given(published).when(ofBody, bodyAsPartner).thenTypes('OfferMade');
    given(published).when(ofBody, nepalAsPartner).thenRejected('FORBIDDEN');
    given(published).when(offer(), nepalAsPartner).thenRejected('FORBIDDEN');
    given(published).when(offer(), bodyAsPartner).thenRejected('FORBIDDEN');
  });
  it.each(['DESK', 'IMPL'])('is made and withdrawn by %s for others', (role) => {
    given(published).when(offer(), { role }).thenTypes('OfferMade');
    given(published, made(first)).when(withdraw, { role }).thenTypes('OfferWithdrawn');
  });
  it('needs an open need', () => {
    given().when(offer(), australia).thenRejected('NEED_NOT_FOUND');
    given(published, closed).when(offer(), australia).thenRejected('NEED_CLOSED');
  });
  it('is made once', () => {
    given(published, made(first)).when(offer(), australia).thenRejected('OFFER_EXISTS');
  });

  it('is chosen by whoever has the need, beside others, and once', () => {
    const both = [published, made(first), made(second)];
    given(...both)
      .when(choose(), viet)
      .then(chosen);
    given(...both, chosen)
      .when(choose(second), viet)
      .thenTypes('OfferChosen');
    given(...both, chosen)
      .when(choose(), viet)
      .thenNothing();
    given(...both)
      .when(choose(), australia)
      .thenRejected('FORBIDDEN');
    given(...both)
      .when(choose(id(29)), viet)
      .thenRejected('OFFER_NOT_FOUND');
  });
  it('that was declined or withdrawn is not chosen', () => {
    const declined = { type: 'OfferDeclined' as const, data: decline.data };
    const withdrawn = { type: 'OfferWithdrawn' as const, data: withdraw.data };
    given(published, made(first), declined).when(choose(), viet).thenRejected('OFFER_SETTLED');
    given(published, made(first), withdrawn).when(choose(), viet).thenRejected('OFFER_SETTLED');
    given(published, made(first), declined).when(withdraw, australia).thenRejected('OFFER_SETTLED');
    given(published, made(first), declined).when(decline, viet).thenNothing();
  });
  it('is withdrawn by its maker only, also when it was chosen', () => {
    given(published, made(first), chosen).when(withdraw, australia).thenTypes('OfferWithdrawn');
    given(published, made(first), chosen).when(withdraw, viet).thenRejected('FORBIDDEN');
    given(published, made(first)).when(withdraw, nepalAsPartner).thenRejected('FORBIDDEN');
    given(published, made(first)).when(withdraw, bodyAsPartner).thenRejected('FORBIDDEN');
    const rejected = given(published, made(first)).when(withdraw, viet).thenRejected('FORBIDDEN');
    expect(rejected.details).toEqual({ allowed: ['DESK', 'IMPL'], memberState: 'AUS' });
  });
  it('that was chosen is not declined any more', () => {
    given(published, made(first), chosen).when(decline, viet).thenRejected('OFFER_SETTLED');
  });
});
