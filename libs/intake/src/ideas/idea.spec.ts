import { specFor } from '@pledgeline/event-sourcing/testing';
import { id } from '../testing/a-request.ts';
import { idea } from './idea.ts';

const given = specFor(idea);
const ideaId = id(1);
const said = {
  ideaId,
  kind: 'IDEA' as const,
  memberState: 'RWA',
  conference: '2021-prep-performance',
  themes: [],
  text: 'A mobile training team',
  source: 'Chairs’ summary',
};
const raised = { type: 'PledgeIdeaRaised' as const, data: said };
const expected = { type: 'PledgeIdeaRaised' as const, data: { ...said, kind: 'EXPECTED' as const } };
const takenUp = { type: 'PledgeIdeaTakenUp' as const, data: { ideaId, pledgeId: id(2) } };
const dropped = { type: 'PledgeIdeaDropped' as const, data: { ideaId, reason: 'No money' } };

const raise = (changes: object = {}) => ({ type: 'RaiseIdea' as const, data: { ...said, ...changes } });
const takeUp = { type: 'TakeUpIdea' as const, data: takenUp.data };
const drop = { type: 'DropIdea' as const, data: dropped.data };
const contact = {
  type: 'LogContact' as const,
  data: {
    ideaId,
    contactOn: '2026-01-10',
    with: 'Permanent mission',
    note: 'A decision is near',
    chathamHouse: false,
  },
};

const desk = { role: 'DESK' };
const rwanda = { role: 'MS', onBehalfOf: 'RWA' };
const japan = { role: 'MS', onBehalfOf: 'JPN' };

describe('an idea', () => {
  it('is raised by a state for itself, or for nobody yet', () => {
    given().when(raise(), rwanda).then(raised);
    given()
      .when(raise({ memberState: null }), japan)
      .thenTypes('PledgeIdeaRaised');
    given().when(raise(), japan).thenRejected('FORBIDDEN');
  });
  it('is raised by a partner for its own state, or for nobody yet', () => {
    const partner = (onBehalfOf: string | null) => ({ role: 'PARTNER', onBehalfOf });
    given().when(raise(), partner('RWA')).then(raised);
    given().when(raise(), partner('NPL')).thenRejected('FORBIDDEN');
    given().when(raise(), partner(null)).thenRejected('FORBIDDEN');
    for (const state of ['NPL', null]) {
      given()
        .when(raise({ memberState: null }), partner(state))
        .thenTypes('PledgeIdeaRaised');
    }
  });
  it('is not raised by the public or by the system', () => {
    given().when(raise(), { role: 'PUBLIC' }).thenRejected('FORBIDDEN');
    given().when(raise(), { role: 'SYSTEM' }).thenRejected('FORBIDDEN');
  });
  it('is raised once, not on a day to come, and names a state that is known', () => {
    given(raised).when(raise(), desk).thenRejected('IDEA_EXISTS');
    given()
      .when(raise(), { ...desk, occurredOn: '2026-01-16' })
      .thenRejected('DATE_IN_FUTURE');
    given()
      .when(raise({ memberState: 'XXX' }), desk)
      .thenRejected('UNKNOWN_STATE');
  });
  it('is taken up by each pledge once, also after it was dropped', () => {
    given(raised).when(takeUp, { role: 'SYSTEM' }).then(takenUp);
    given(raised, takenUp).when(takeUp, desk).thenNothing();
    given(raised, dropped).when(takeUp, desk).then(takenUp);
    given().when(takeUp, desk).thenRejected('IDEA_NOT_FOUND');
  });
  it('is dropped with a reason, and once; not after a pledge came of it', () => {
    given(raised).when(drop, rwanda).then(dropped);
    given(raised, dropped).when(drop, desk).thenNothing();
    given(raised).when(drop, japan).thenRejected('FORBIDDEN');
    given(raised, takenUp).when(drop, desk).thenRejected('IDEA_TAKEN_UP');
  });
});

describe('an expected offer', () => {
  it('is noted by the Secretariat, and not by a state', () => {
    given()
      .when(raise({ kind: 'EXPECTED' }), desk)
      .then(expected);
    given()
      .when(raise({ kind: 'EXPECTED' }), rwanda)
      .thenRejected('FORBIDDEN');
  });
  it.each([
    ['when it is noted', [], raise({ kind: 'EXPECTED' })],
    ['when a pledge came of it', [expected], takeUp],
    ['when nothing came of it', [expected], drop],
  ])('is internal %s', (_, history, command) =>
    expect(
      given(...history)
        .when(command, desk)
        .events(),
    ).toMatchObject([{ visibility: 'INTERNAL' }]),
  );
  it('is not there for the state of which it is expected', () => {
    given(expected).when(drop, rwanda).thenRejected('IDEA_NOT_FOUND');
    given(expected).when(takeUp, rwanda).thenRejected('IDEA_NOT_FOUND');
  });
});

describe('a contact', () => {
  it('is logged by the Secretariat about an idea that is known', () => {
    given(raised).when(contact, desk).thenTypes('ContactLogged');
    given(raised).when(contact, rwanda).thenRejected('FORBIDDEN');
    given().when(contact, desk).thenRejected('IDEA_NOT_FOUND');
  });
  it('under the Chatham House Rule names no office, and otherwise one', () => {
    const told = (changes: object) => ({ ...contact, data: { ...contact.data, ...changes } });
    const [event] = given(raised)
      .when(told({ with: null, chathamHouse: true }), desk)
      .events();
    expect(event).toMatchObject({ unattributed: true, data: { with: null } });
    given(raised)
      .when(told({ chathamHouse: true }), desk)
      .thenRejected('CONTACT_NAMED');
    given(raised)
      .when(told({ with: null }), desk)
      .thenRejected('TEXT_MISSING');
  });
  it('was not tomorrow', () => {
    const tomorrow = { ...contact, data: { ...contact.data, contactOn: '2026-01-16' } };
    given(raised).when(tomorrow, desk).thenRejected('DATE_IN_FUTURE');
  });
});
