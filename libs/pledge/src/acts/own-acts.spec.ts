/** Nobody verifies, judges or approves what he recorded for others: accountability page, section 8. The list is the page's. */
import fc from 'fast-check';
import type { CommandMeta, NewEvent } from '@pledgeline/event-sourcing';
import { ANY_STATUS } from '../chapter.ts';
import { commandTypes } from '../chapters.ts';
import type { Pledge, PledgeCommandType } from '../state.ts';
import { isForAnother } from './second-person.ts';
import { after } from '../testing/a-pledge.ts';
import { ACT, actObjected, actProposed, actRecorded } from '../testing/acts.ts';
import { annulmentProposed } from '../testing/annulments.ts';
import { caveatDeclared, caveatGivenUp } from '../testing/caveats.ts';
import { commands } from '../testing/commands.ts';
import { conditionDeclared } from '../testing/conditions.ts';
import { correctionProposed } from '../testing/corrections.ts';
import { by } from '../testing/example-command.ts';
import { withEvidence } from '../testing/implementation-life.ts';
import { atLevel2, historyTo } from '../testing/later-life.ts';
import { CAVEAT, CONDITION, EVIDENCE, idOf, PROPOSAL } from '../testing/named-events.ts';
import { partnershipDeclared, partnershipRequested } from '../testing/partnership.ts';
import { commandFor, outcomeOf, pledgeIn } from '../testing/transitions-page.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const paper = { reference: 'Note verbale 88/2026', date: '2026-01-12' };
/** Of the act, as the examples of corrections and annulments name the event that they are about. */
const OF_THE_ACT = 'command of the act';
const [struck] = commands.AnnulEvent.data.strikes;
const { original } = commands.CorrectEvent.data;
const ofTheAct = { commandId: OF_THE_ACT };
const objected = actObjected({ events: ['event-1'] });

interface Judgement {
  readonly history: readonly NewEvent[];
  /** What the act brought in. */
  readonly about?: string;
  readonly data?: object;
  readonly meta?: Partial<CommandMeta>;
}

const JUDGEMENTS: Readonly<Partial<Record<PledgeCommandType, Judgement>>> = {
  VerifyEvidence: { history: withEvidence, about: EVIDENCE },
  RejectEvidence: { history: withEvidence, about: EVIDENCE },
  ConfirmCaveatLifting: { history: [...atLevel2, caveatDeclared(), caveatGivenUp()], about: CAVEAT },
  RefuseCaveatLifting: { history: [...atLevel2, caveatDeclared(), caveatGivenUp()], about: CAVEAT },
  MeetCondition: { history: [...at('REGISTERED'), conditionDeclared()], about: CONDITION },
  FailCondition: { history: [...at('REGISTERED'), conditionDeclared()], about: CONDITION },
  ConfirmPartner: {
    history: [...at('REGISTERED'), partnershipDeclared(), partnershipRequested()],
    about: PROPOSAL,
    data: { consentReference: 'NV/14' },
    meta: by('DESK'),
  },
  DeclinePartner: {
    history: [...at('REGISTERED'), partnershipDeclared(), partnershipRequested()],
    about: PROPOSAL,
    data: { consentReference: 'NV/14' },
    meta: by('DESK'),
  },
  CorrectEvent: {
    history: [...at('REGISTERED'), correctionProposed()],
    data: { original: { ...original, metadata: { ...original?.metadata, ...ofTheAct } } },
  },
  RejectCorrection: { history: [...at('REGISTERED'), correctionProposed(), objected] },
  AnnulEvent: {
    history: [...at('REGISTERED'), annulmentProposed()],
    data: { strikes: [{ ...struck, metadata: { ...struck?.metadata, ...ofTheAct } }] },
  },
  RejectAnnulment: { history: [...at('REGISTERED'), annulmentProposed(), objected] },
  FulfilPledge: { history: at('REPATRIATED') },
  ApproveAct: { history: [...at('REGISTERED'), actProposed()] },
  ObjectToAct: {
    history: [...at('REGISTERED'), actProposed()],
    meta: { ...by('DESK', 'RWA'), occurredOn: paper.date, recorded: { body: null, paper } },
  },
};
const JUDGING = Object.keys(JUDGEMENTS) as readonly PledgeCommandType[];

/** After an act that these officers recorded and approved. */
const recordedBy = (officers: readonly string[], state: Pledge, about: readonly string[] = []): Pledge => {
  const noted = after([actRecorded({ about: [...about] })]).state().acts;
  const acts = state.acts.length === 0 ? noted : state.acts;
  return { ...state, acts: acts.map((act) => ({ ...act, ...ofTheAct, officers })) };
};

describe.each(JUDGING)('%s', (type) => {
  const { history, about = idOf(1), data = {}, meta = {} } = JUDGEMENTS[type]!;
  const state = after(history).state();
  const judge = (actor: string, officers: readonly string[], of = about) =>
    outcomeOf(commandFor(type, { ...meta, actor }, data), recordedBy(officers, state, [of]));

  it('is for another than those who recorded and approved the act', () => {
    expect(judge('one', ['one'])).toBe('SAME_PERSON');
    expect(judge('one', ['two', 'one'])).toBe('SAME_PERSON');
    expect(judge('another', ['one', 'two'])).toBe('done');
  });

  it('is not offered to them, and is to others', () => {
    for (const [actor, officers] of [
      ['one', ['one']],
      ['one', ['two', 'one']],
      ['another', ['one', 'two']],
    ] as const) {
      const pledge = recordedBy(officers, state, [about]);
      const { data: said, meta: sent } = commandFor(type, { ...meta, actor }, data);
      const person = { subject: actor, role: sent.role };
      const isRefused = judge(actor, officers) === 'SAME_PERSON';
      expect(isForAnother(type, said as never, pledge, person)).toBe(isRefused);
    }
  });

  it('names people, whatever they are called', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), (people) => {
        const [actor = '', ...officers] = people;
        expect(judge(actor, officers)).toBe('done');
        expect(judge(actor, [...officers, actor])).toBe('SAME_PERSON');
      }),
      { numRuns: 20 },
    ));
});

it.each(['VerifyEvidence', 'ConfirmCaveatLifting', 'FailCondition', 'ConfirmPartner'] as const)(
  '%s of what he did not record is his to do',
  (type) => {
    const { history, data, meta = {} } = JUDGEMENTS[type]!;
    const state = recordedBy(['one'], after(history).state(), [idOf(99)]);
    expect(outcomeOf(commandFor(type, { ...meta, actor: 'one' }, data), state)).toBe('done');
  },
);

it('what is corrected or struck beside his act is his to decide', () => {
  for (const type of ['CorrectEvent', 'AnnulEvent', 'RejectCorrection', 'RejectAnnulment'] as const) {
    const history = JUDGEMENTS[type]!.history.filter((event) => event.type !== 'ActObjected');
    const state = recordedBy(['one'], after(history).state());
    expect([type, outcomeOf(commandFor(type, { actor: 'one' }), state)]).toEqual([type, 'done']);
  }
});

it('evidence by which he met a milestone is judged by another', () => {
  const started = [...withEvidence];
  const milestone = { evidence: [EVIDENCE] };
  const told = { ...by('DESK', 'RWA'), occurredOn: paper.date, recorded: { body: null, paper } };
  const note = after(started).when(commands.MeetMilestone, milestone, told).events().at(-1);
  expect(note).toMatchObject({ type: 'ActRecorded', data: { about: expect.arrayContaining([EVIDENCE]) } });
});

/** It ends what he himself proposed, and is no judgement of it. */
it('he may turn down what waits for a second officer', () => {
  const state = recordedBy(['one'], after([...at('REGISTERED'), actProposed()]).state());
  expect(outcomeOf(commandFor('RejectAct', { actor: 'one' }), state)).toBe('done');
});

it('whatever else is done to the pledge does not ask who recorded what', () => {
  const idsIn = (data: object) => Object.values(data).filter((value) => typeof value === 'string');
  for (const type of commandTypes.filter((one) => !JUDGING.includes(one))) {
    const about = idsIn(commands[type].data);
    for (const status of ANY_STATUS) {
      const state = recordedBy(['one'], pledgeIn(status), about);
      const [own, others] = ['one', 'another'].map((actor) => outcomeOf(commandFor(type, { actor }), state));
      expect([type, status, own]).toEqual([type, status, others]);
    }
  }
});

describe('an objection that is recorded for the state', () => {
  const told = (actor: string) => ({
    ...{ ...by('DESK', 'RWA'), actor, occurredOn: paper.date },
    recorded: { body: null, paper },
  });
  const object = (actor: string) =>
    after([...at('REGISTERED'), actProposed()]).when(commands.ObjectToAct, { actId: ACT }, told(actor));

  it('is recorded by another officer than the act', () => {
    object('tester').thenRefused('SAME_PERSON');
    object('another').thenTypes('ActObjected', 'ActRecorded');
  });

  it('is the word of the state, by a paper of its own', () => {
    const [event, note] = object('another').events();
    expect(event?.recordedFor).toEqual({ role: 'MS', state: 'RWA' });
    expect(note?.data).toMatchObject({ command: 'ObjectToAct', paper, state: 'RWA' });
  });
});
