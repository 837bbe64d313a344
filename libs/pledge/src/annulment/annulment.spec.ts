/** An event that does not belong is struck by an event: accountability page, section 9. */
import { catalogue } from '@pledgeline/contracts';
import type { NewEvent, RecordedEvent, Rejected } from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { pledge as decider } from '../pledge.ts';
import type { PledgeCommand } from '../state.ts';
import { after } from '../testing/a-pledge.ts';
import { streamOf } from '../testing/a-stream.ts';
import { annulmentProposed, annulmentRejected, eventAnnulled } from '../testing/annulments.ts';
import { caveatTalkNoted } from '../testing/caveats.ts';
import { commands } from '../testing/commands.ts';
import { correctionProposed, correctionRejected, eventCorrected } from '../testing/corrections.ts';
import { acknowledged, announced, withdrawn } from '../testing/early-life.ts';
import { by } from '../testing/example-command.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf, PLEDGE } from '../testing/named-events.ts';

const { ProposeAnnulment, AnnulEvent, RejectAnnulment, ProposeCorrection, AnnouncePledge } = commands;
const history = historyTo.REGISTERED ?? [];
const asked = [...history, annulmentProposed()];
const blocked = [
  { eventId: 'event-9', event: 'PledgeRegistered', revision: 9, code: 'WRONG_ORDER', message: 'No' },
];
const striking = (...events: readonly RecordedEvent[]) => ({ strikes: events, blocked: [] });

describe('ProposeAnnulment', () => {
  it('changes nothing by itself', () => {
    const [event] = after(history).when(ProposeAnnulment).events();
    expect(event).toEqual({
      type: 'AnnulmentProposed',
      data: {
        pledgeId: PLEDGE,
        annulmentId: idOf(69),
        annuls: ['event-1'],
        annulledTypes: ['PledgeAcknowledged'],
        reason: 'The letter is about another pledge',
      },
    });
    const { annulments: _, ...before } = after(history).state();
    expect(after(asked).state()).toMatchObject(before);
  });

  it.each(['ANNOUNCED', 'WITHDRAWN', 'FULFILLED', 'LAPSED', 'SUPERSEDED'] as const)(
    'is possible also while %s',
    (status) =>
      after(historyTo[status] ?? [])
        .when(ProposeAnnulment)
        .thenTypes('AnnulmentProposed'),
  );

  it.each(['DESK', 'SFGC', 'MS', 'SYSTEM', 'AUDITOR'])('is not for %s', (role) => {
    for (const example of [ProposeAnnulment, AnnulEvent, RejectAnnulment]) {
      after(asked)
        .when(example, {}, { ...by('ADMIN'), role })
        .thenRefused('FORBIDDEN');
    }
  });

  it('needs a reason', () =>
    after(history).when(ProposeAnnulment, { reason: ' \u200b' }).thenRefused('TEXT_MISSING'));

  it('of an event that is not there is refused', () =>
    after(history).when(ProposeAnnulment, striking()).thenRefused('UNKNOWN_EVENT'));

  it('is one at a time, and again after a refusal', () => {
    after(asked).when(ProposeAnnulment).thenRefused('ANNULMENT_OPEN');
    after([...asked, annulmentRejected()])
      .when(ProposeAnnulment)
      .thenTypes('AnnulmentProposed');
  });

  it('under the id of another is refused', () =>
    after([...asked, annulmentRejected()])
      .when(ProposeAnnulment, { annulmentId: RejectAnnulment.data.annulmentId })
      .thenRefused('ANNULMENT_ID_REUSED'));

  it('lists what it would break', () => {
    const rejected = after(history).when(ProposeAnnulment, { blocked }).thenRejected('ANNULMENT_BREAKS');
    expect(rejected.details).toMatchObject({ blocked });
    after(asked).when(AnnulEvent, { blocked }).thenRefused('ANNULMENT_BREAKS');
  });

  it('of what puts a history right is refused, whatever else its command wrote', () => {
    const about = [correctionProposed, eventCorrected, correctionRejected, annulmentProposed];
    for (const event of [...about, eventAnnulled, annulmentRejected]) {
      after(history)
        .when(ProposeAnnulment, striking(recorded(acknowledged(), 1), recorded(event(), 2)))
        .thenRefused('EVENT_NOT_ANNULLABLE');
      after(history)
        .when(ProposeCorrection, { original: recorded(event(), 2) })
        .thenRefused('EVENT_NOT_CORRECTABLE');
    }
  });

  const ended = { endedMatches: [{ gapId: idOf(20), reservationId: idOf(30) }] };
  it.each<[string, NewEvent, string]>([
    ['a match', { type: 'PledgeMatched', data: {} }, 'the gap that it filled'],
    ['a refused match', { type: 'MatchRefused', data: {} }, 'the gap that it refused'],
    ['a released match', { type: 'MatchReleased', data: {} }, 'the gap that it released'],
    [
      'a selection that was declined',
      { type: 'SelectionDeclined', data: {} },
      'the gap that got its place back',
    ],
    ['a return', { type: 'UnitRepatriated', data: ended }, 'the gaps whose places it gave back'],
    ['a withdrawal', withdrawn(ended), 'the gaps whose places it gave back'],
    ['a lapse', { type: 'PledgeLapsed', data: ended }, 'the gaps whose places it gave back'],
    ['a supersession', { type: 'PledgeSuperseded', data: ended }, 'the gaps whose places it gave back'],
    ['a visit outcome', { type: 'VisitOutcomeNoted', data: {} }, 'the visit that it comes from'],
    ['a split', { type: 'PledgeSplit', data: {} }, 'the parts that were opened'],
    ['a part of a split', { type: 'PledgeDerived', data: {} }, 'the pledges that it comes from'],
    ['what a part took along', { type: 'RecordsCarriedOver', data: {} }, 'the pledge that they come from'],
    ['a consent to a merger', { type: 'MergeConsented', data: {} }, 'the merger that it is for'],
    ['a merger', { type: 'PledgesMerged', data: {} }, 'the joint pledge'],
    ['a source of a merger', { type: 'PledgeMergedInto', data: {} }, 'the joint pledge'],
    ['an announcement', announced({ idea: idOf(7) }), 'the idea that it took up'],
    ['an update', announced({ standing: 'UPDATED', renews: idOf(8) }), 'the pledge that it updated'],
  ])('of %s is refused, because others took it over', (_, event, holder) => {
    const strikes = striking(recorded(acknowledged(), 1), recorded(event, 2));
    for (const [life, command] of [[history, ProposeAnnulment] as const, [asked, AnnulEvent] as const]) {
      const { message } = after(life).when(command, strikes).thenRejected('EVENT_NOT_ANNULLABLE');
      expect(message).toBe(`${event.type} was taken over by ${holder}.`);
    }
  });

  it.each([
    ['a withdrawal that ended no match', withdrawn()],
    ['a renewal of an older promise', announced({ standing: 'RENEWED', renews: idOf(8) })],
  ])('of %s is possible', (_, event) =>
    after(history)
      .when(ProposeAnnulment, striking(recorded(event, 0)))
      .thenTypes('AnnulmentProposed'),
  );
});

describe('AnnulEvent', () => {
  it('strikes what was proposed', () => {
    const [event] = after(asked).when(AnnulEvent).events();
    expect(event).toEqual({
      type: 'EventAnnulled',
      data: { ...annulmentProposed().data, voids: null },
      visibility: recorded(acknowledged(), 1).metadata.visibility,
    });
  });

  it('is for another person, in whatever role', () => {
    const proposer = after(asked).state().annulments[0]?.proposedBy ?? '';
    after(asked).when(AnnulEvent, {}, { actor: proposer }).thenRefused('SAME_PERSON');
  });

  it.each([
    ['UNKNOWN_ANNULMENT', history],
    ['ANNULMENT_CLOSED', [...asked, eventAnnulled()]],
    ['ANNULMENT_CLOSED', [...asked, annulmentRejected()]],
  ])('is refused as %s, as is its rejection', (code, events) => {
    after(events).when(AnnulEvent).thenRefused(code);
    after(events).when(RejectAnnulment).thenRefused(code);
  });

  it('tells each circle of readers what it knew', () => {
    const ofStates = recorded({ ...acknowledged(), visibility: 'MEMBER_STATES' }, 1);
    const strikes = [
      recorded(announced(), 0),
      ofStates,
      recorded({ ...caveatTalkNoted(), visibility: 'INTERNAL' }, 2),
    ];
    const events = after(asked)
      .when(AnnulEvent, striking(...strikes))
      .events();
    expect(events.map(({ visibility, data }) => [visibility, data])).toMatchObject([
      ['PUBLIC', { annulledTypes: ['PledgeAnnounced'], voids: { memberState: 'RWA' } }],
      ['MEMBER_STATES', { annulledTypes: ['PledgeAcknowledged'], voids: null }],
      ['INTERNAL', { annulledTypes: ['CaveatTalkNoted'], voids: null }],
    ]);
  });
});

it('the proposer may reject his own proposal', () => {
  const actor = after(asked).state().annulments[0]?.proposedBy ?? '';
  after(asked).when(RejectAnnulment, {}, { actor }).thenTypes('AnnulmentRejected');
});

describe('a struck event', () => {
  const log = streamOf([...history, annulmentProposed(), eventAnnulled()]);
  const read = catalogue.corrected(log);

  it('keeps its place and its command, and says nothing', () => {
    expect(read).toHaveLength(log.length);
    expect(read[1]?.metadata).toEqual(log[1]?.metadata);
    expect(catalogue.struck(read[1]!)).toEqual(log[1]);
    expect(decider.evolve(decider.initialState(), read[1]!)).toBe(decider.initialState());
  });

  it('is neither struck again nor corrected', () => {
    after(history).when(ProposeAnnulment, striking(read[1]!)).thenRefused('EVENT_ANNULLED');
    after(history).when(ProposeCorrection, { original: read[1]! }).thenRefused('EVENT_ANNULLED');
  });

  it('takes the corrections with it that were proposed for it', () => {
    const events = [...history, correctionProposed(), annulmentProposed(), eventAnnulled()];
    expect(after(events).state().corrections).toEqual([]);
  });
});

describe('a void pledge', () => {
  const voids = { memberState: 'RWA', reference: '2021-seoul/RWA/INF-BN-7F3K2' };
  const log = streamOf([
    announced(),
    acknowledged(),
    annulmentProposed({
      annuls: ['event-0', 'event-1'],
      annulledTypes: ['PledgeAnnounced', 'PledgeAcknowledged'],
    }),
    eventAnnulled({ annuls: ['event-0', 'event-1'], voids }),
  ]);
  const isVoid = catalogue.corrected(log).reduce(decider.evolve, decider.initialState());

  it('keeps its id, its state and its reference, and nothing else that was said', () => {
    const { annulments, reachedOn, ...rest } = isVoid;
    const { annulments: _, reachedOn: __, ...nothing } = decider.initialState();
    expect(rest).toEqual({ ...nothing, ...voids, status: 'VOID', pledgeId: PLEDGE });
    expect(annulments).toMatchObject([{ standing: 'MADE' }]);
    expect(Object.keys(reachedOn)).toEqual(['VOID']);
  });

  const CODES = /^(WRONG_ORDER|PLEDGE_VOID|FORBIDDEN|NOT_IN_FORCE)$/u;
  it.each(Object.values(commands).map((command) => [command.type, command] as const))(
    'takes no %s',
    (type, command) => {
      const again = { ...command, meta: metaFor(command.meta) } as PledgeCommand;
      let outcome: unknown;
      try {
        outcome = decider.decide(again, isVoid);
      } catch (error) {
        outcome = (error as Rejected).code;
      }
      // What a policy sends once more is done already.
      const expected = type === 'DerivePledge' ? [] : expect.stringMatching(CODES);
      expect(outcome).toEqual(expected);
    },
  );

  it('is told as void to whoever announces it again', () => {
    const again = { ...AnnouncePledge, meta: metaFor(AnnouncePledge.meta) };
    expect(() => decider.decide(again, isVoid)).toThrow(/entered by mistake and annulled/);
  });
});
