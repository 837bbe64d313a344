/** Those for whom an act was recorded object to it: accountability page, section 8. */
import { Rejected, type CommandMeta, type RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import type { PledgeEvent } from '@pledgeline/contracts';
import { pledge as decider } from '../pledge.ts';
import type { Pledge, PledgeCommand } from '../state.ts';
import { commands } from '../testing/commands.ts';
import { by, type ExampleCommand } from '../testing/example-command.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf } from '../testing/named-events.ts';
import { partnerJoined, partnershipDeclared } from '../testing/partnership.ts';
import { streamOf } from '../testing/a-stream.ts';
import { examineAct } from './examine-act.ts';

const DATE = '2026-01-12';
const paper = { reference: 'Note verbale 88/2026', date: DATE };
const told = (state: string): Partial<CommandMeta> => ({
  ...by('DESK', state),
  actor: 'officer.one',
  occurredOn: DATE,
  recorded: { body: null, paper },
});
const rwanda = { ...by('MS', 'RWA'), actor: 'focal.point' };

/** A stream that commands are sent to, one after the other. */
const stream = (begun: readonly PledgeEvent[]) => {
  let history: readonly RecordedEvent[] = streamOf(begun);
  const state = (): Pledge => history.reduce(decider.evolve, decider.initialState());
  const send = (command: ExampleCommand, data: object, meta: Partial<CommandMeta>): readonly string[] => {
    const full = metaFor({ ...command.meta, commandId: idOf(500 + history.length), ...meta });
    const sent = { type: command.type, data: { ...command.data, ...data }, meta: full } as PledgeCommand;
    try {
      const events = decider.decide(sent, state());
      history = [
        ...history,
        ...events.map((event, n) => {
          const one = recorded({ occurredOn: full.occurredOn, ...event }, history.length + n);
          const { actor, role, onBehalfOf, commandId } = full;
          const own = event.recordedFor === undefined ? { onBehalfOf } : {};
          return { ...one, metadata: { ...one.metadata, actor, role, commandId, ...own } };
        }),
      ];
      return events.map(({ type }) => type);
    } catch (error) {
      if (error instanceof Rejected) return [error.code];
      throw error;
    }
  };
  const object = (
    said: { actId?: string; wholeAct?: boolean; reason?: string; asked?: readonly object[] },
    meta: Partial<CommandMeta> = rwanda,
  ) => {
    const actId = said.actId ?? state().acts[0]?.actId ?? '';
    const asked = { actId, wholeAct: false, asked: [], ...said };
    const found = examineAct(history, state(), asked as never, '2026-01-15T09:00:00.000Z');
    return send(commands.ObjectToAct, { ...asked, ...found }, meta);
  };
  return { send, object, state, history: () => history };
};

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const withCondition = () => {
  const one = stream(at('REGISTERED'));
  one.send(commands.DeclareCondition, {}, told('RWA'));
  return one;
};
const asked = [{ field: 'text', new: 'As in the note' }];

it('marks the event at once, and asks a records officer to put it right', () => {
  const { object, state, history } = withCondition();
  const before = state().conditions;
  expect(object({ asked })).toEqual(['ActObjected', 'CorrectionProposed']);
  const [marked] = history().filter(({ type }) => type === 'ConditionDeclared');
  expect(state().objections).toMatchObject([
    { events: [marked?.id], wholeAct: false, reason: 'The note is of another pledge', visibility: 'PUBLIC' },
  ]);
  expect(state().acts).toMatchObject([{ standing: 'OBJECTED' }]);
  expect(state().conditions).toEqual(before);
  expect(state().corrections).toMatchObject([
    { corrects: marked?.id, proposedBy: 'focal.point', changes: [{ field: 'text', new: 'As in the note' }] },
  ]);
});

describe('to the whole of an act', () => {
  it('asks a records officer to strike it with the note of its paper', () => {
    const { object, state, history } = withCondition();
    const written = history().filter(({ metadata }) => metadata.actor === 'officer.one');
    expect(written.map(({ type }) => type)).toEqual(['ConditionDeclared', 'ActRecorded']);
    expect(object({ wholeAct: true })).toEqual(['ActObjected', 'AnnulmentProposed']);
    expect(state().annulments).toMatchObject([
      { annuls: written.map(({ id }) => id), proposedBy: 'focal.point', standing: 'PROPOSED' },
    ]);
    expect(state().conditions).toHaveLength(1);
  });

  it('stands with what is in the way, where later events would not have been', () => {
    const { send, object, state } = withCondition();
    const [condition] = state().conditions;
    const met = { conditionId: condition?.conditionId };
    expect(send(commands.MeetCondition, met, { ...by('DESK'), actor: 'officer.two' })).toEqual([
      'ConditionMet',
    ]);
    expect(object({ wholeAct: true })).toEqual(['ActObjected']);
    expect(state().annulments).toEqual([]);
    expect(state().objections).toMatchObject([{ wholeAct: true, blocked: [{ event: 'ConditionMet' }] }]);
  });

  it('that is an announcement asks to make the pledge void', () => {
    const one = stream([]);
    expect(one.send(commands.AnnouncePledge, {}, told('RWA'))).toEqual(['PledgeAnnounced', 'ActRecorded']);
    expect(one.object({ wholeAct: true })).toEqual(['ActObjected', 'AnnulmentProposed']);
    const [asked] = one.state().annulments;
    expect(asked).toMatchObject({ annulledTypes: ['PledgeAnnounced', 'ActRecorded'] });
  });
});

it('is a word of the state', () => {
  const { object, state } = withCondition();
  object({ asked }, { ...rwanda, occurredOn: '2026-01-15' });
  expect(state().lastWord).toEqual({ on: '2026-01-15', by: 'STATE' });
});

it('is made once, with a reason, by the state of the act alone', () => {
  const { object } = withCondition();
  expect(object({ asked, reason: ' ' })).toEqual(['TEXT_MISSING']);
  expect(object({ asked }, by('MS', 'KOR'))).toEqual(['FORBIDDEN']);
  for (const role of ['PARTNER', 'IMPL', 'ADMIN', 'DESK', 'EVAL'])
    expect(object({ asked }, by(role, 'RWA'))).toEqual(['FORBIDDEN']);
  expect(object({ asked })).toEqual(['ActObjected', 'CorrectionProposed']);
  expect(object({ asked })).toEqual(['ACT_CLOSED']);
  expect(object({ wholeAct: true })).toEqual(['ACT_CLOSED']);
});

it('is to nothing that the state sent itself', () => {
  const own = stream(at('REGISTERED'));
  own.send(commands.DeclareCondition, {}, { ...rwanda, commandId: idOf(700) });
  for (const actId of [idOf(700), '', idOf(999)])
    expect(own.object({ actId, asked })).toEqual(['UNKNOWN_ACT']);
});

it.each([
  ['of nothing', [], 'NOTHING_TO_CHANGE'],
  ['of an id', [{ field: 'conditionId', new: idOf(1) }], 'FIELD_NOT_CORRECTABLE'],
  ['of another state', [{ field: 'memberState', new: 'KOR' }], 'FIELD_NOT_CORRECTABLE'],
  ['of a field that is not there', [{ field: '__proto__', new: 'x' }], 'FIELD_NOT_CORRECTABLE'],
  ['to a blank', [{ field: 'text', new: '' }], 'CORRECTION_INVALID'],
  ['to a day to come', [{ field: 'occurredOn', new: '2027-01-01' }], 'CORRECTION_INVALID'],
  ['to what it says', [{ field: 'occurredOn', new: DATE }], 'NOTHING_TO_CHANGE'],
])('with a change %s is refused, and marks nothing', (_, changes, code) => {
  const { object, state } = withCondition();
  expect(object({ asked: changes })).toEqual([code]);
  expect(state().objections).toEqual([]);
});

it('stands although later events are in the way, and lists them', () => {
  const one = stream(at('REGISTERED'));
  one.send(commands.DeclareCondition, {}, told('RWA'));
  const { conditions } = one.state();
  one.send(
    commands.MeetCondition,
    { conditionId: conditions[0]?.conditionId },
    {
      ...by('DESK'),
      occurredOn: '2026-01-13',
    },
  );
  const settled = one.state().conditions[0];
  expect(settled).toBeDefined();
  const types = one.object({ asked: [{ field: 'occurredOn', new: '2026-01-14' }] });
  const [objection] = one.state().objections;
  expect(types[0]).toBe('ActObjected');
  expect(objection?.blocked.length === 0).toBe(types.includes('CorrectionProposed'));
});

it('that another officer recorded may be objected to, and what it asked for is still to be decided', () => {
  const one = withCondition();
  const [act] = one.state().acts;
  expect(one.object({ actId: act?.actId ?? '', asked }, { ...told('RWA'), actor: 'officer.two' })).toEqual([
    'ActObjected',
    'CorrectionProposed',
    'ActRecorded',
  ]);
  const recordedObjection = one.state().acts.find(({ command }) => command === 'ObjectToAct');
  expect(recordedObjection).toMatchObject({ officers: ['officer.two'], standing: 'RECORDED' });
  expect(one.object({ actId: recordedObjection?.actId ?? '', wholeAct: true })).toEqual(['ActObjected']);
  expect(one.state().corrections).toMatchObject([{ standing: 'PROPOSED' }]);
  expect(one.state().objections).toMatchObject([
    { blocked: [] },
    { blocked: [{ code: 'EVENT_NOT_ANNULLABLE' }] },
  ]);
});

it('ends an act that waits for its second officer', () => {
  const one = stream(at('REGISTERED'));
  one.send(commands.WithdrawPledge, {}, told('RWA'));
  const [act] = one.state().acts;
  expect(one.object({ wholeAct: true })).toEqual(['ActObjected']);
  expect(one.state().acts).toMatchObject([{ standing: 'OBJECTED', proposed: null }]);
  expect(one.state().objections).toMatchObject([{ events: [], visibility: 'INTERNAL' }]);
  expect(one.send(commands.ApproveAct, { actId: act?.actId }, { actor: 'two' })).toEqual(['ACT_CLOSED']);
  expect(one.send(commands.RejectAct, { actId: act?.actId }, {})).toEqual(['ACT_CLOSED']);
});

it('is looked at again where the act was approved meanwhile', () => {
  const one = stream(at('REGISTERED'));
  one.send(commands.WithdrawPledge, {}, told('RWA'));
  const [act] = one.state().acts;
  const before = examineAct(
    one.history(),
    one.state(),
    { actId: act?.actId ?? '', wholeAct: true, asked: [] },
    '',
  );
  expect(one.send(commands.ApproveAct, { actId: act?.actId }, { actor: 'two' })).toEqual([
    'PledgeWithdrawn',
    'ActRecorded',
  ]);
  const stale = { actId: act?.actId, wholeAct: true, ...before };
  expect(one.send(commands.ObjectToAct, stale, rwanda)).toEqual(['ACT_MOVED']);
  const withdrawal = one.history().find(({ type }) => type === 'PledgeWithdrawn');
  expect(one.object({ wholeAct: true })[0]).toBe('ActObjected');
  expect(one.state().objections).toMatchObject([{ events: [withdrawal?.id] }]);
});

it('of a partner is to what was recorded for it, and by no other', () => {
  const one = stream([...at('REGISTERED'), partnershipDeclared(), partnerJoined()]);
  one.send(commands.LeavePartnership, {}, told('KOR'));
  expect(one.object({ wholeAct: true }, rwanda)).toEqual(['FORBIDDEN']);
  expect(one.object({ wholeAct: true }, { ...by('MS', 'KOR'), actor: 'another' })).toEqual(['ActObjected']);
});

it('is approved by nobody who recorded the act', () => {
  const one = withCondition();
  one.object({ asked });
  const [correction] = one.state().corrections;
  const original = one.history().find(({ id }) => id === correction?.corrects);
  const data = { correctionId: correction?.correctionId, original };
  expect(one.send(commands.CorrectEvent, data, { actor: 'officer.one' })).toEqual(['SAME_PERSON']);
  expect(one.send(commands.CorrectEvent, data, { actor: 'records.officer' })).toEqual(['EventCorrected']);
});
