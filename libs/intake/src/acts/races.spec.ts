/**
 * Officers and a state decide the same act, or the same annulment, at once: accountability page, sections 8 and 9. Two handlers
 * with caches of their own write to one log, as two processes do. Whoever comes second is told so, and the history is one. Long because
 * each pair that may meet stands in it.
 */
import { catalogue, commandFor, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest, Role } from '@pledgeline/contracts';
import { correctedHistory, Rejected } from '@pledgeline/event-sourcing';
import { pledgeCommands } from '@pledgeline/pledge';
import { AnnulmentController } from '../correction/annulment.controller.ts';
import { examining } from '../correction/examining.ts';
import { registerAt } from '../testing/a-registered-pledge.ts';
import { by, id } from '../testing/a-request.ts';
import { openLog } from '../testing/log-and-views.ts';
import { ActsController } from './acts.controller.ts';
import { objecting } from './objecting.ts';

const paper = { reference: 'Note verbale 88/2026', date: '2026-01-12' };

const start = async () => {
  const store = openLog();
  const pledgeId = await registerAt(pledgeCommands(store));
  const stream = streamName('pledge', pledgeId);
  const process = () => {
    const pledges = pledgeCommands(store);
    const annulments = new AnnulmentController(pledges, examining(store, pledges));
    return { pledges, annulments, acts: new ActsController(pledges, objecting(store, pledges)) };
  };
  const [one, two] = [process(), process()];
  let sent = 0;
  const who = (subject: string, role: Role = 'DESK'): CommandRequest => {
    const request = by((sent += 1), role);
    const caller = { ...request.caller, subject };
    return { caller, commandContext: { ...request.commandContext, caller } };
  };
  const record = async (type: 'WithdrawPledge' | 'DeclareCondition', data: object): Promise<string> => {
    const request = who('officer.one');
    const context = { ...request.commandContext, recorded: { state: 'KOR', body: null, paper } };
    await one.pledges(stream, commandFor(context, type, { pledgeId, ...data }) as never);
    return context.commandId;
  };
  const condition = { conditionId: id(300), text: 'Vehicles are given' };
  const history = () => store.read(stream, { from: 0, limit: 1000 });
  const idOf = async (type: string) => (await history()).find((event) => event.type === type)?.id ?? '';
  return {
    ...{ one, two, pledgeId, who, idOf },
    withdrawal: () => record('WithdrawPledge', { reason: 'Needed at home', source: null }),
    declared: () => record('DeclareCondition', condition),
    meet: () => {
      const { commandContext } = who('officer.three');
      const data = { pledgeId, conditionId: condition.conditionId, evidence: 'The vehicles came' };
      return two.pledges(stream, commandFor(commandContext, 'MeetCondition', data));
    },
    proposed: async (type: string): Promise<string> => {
      const body = { annuls: await idOf(type), reason: 'Of another pledge' };
      await one.annulments.propose(pledgeId, body, who('records.one', 'ADMIN'));
      return (await one.pledges.load(stream)).state.annulments.at(-1)?.annulmentId ?? '';
    },
    count: async (type: string) => (await history()).filter((event) => event.type === type).length,
    /** What both processes fold, and a third that comes later: they agree, and the log reads so. */
    left: async () => {
      const states = await Promise.all([one, two, process()].map(({ pledges }) => pledges.load(stream)));
      const [first, ...others] = states.map(({ state }) => state);
      for (const other of others) expect(other).toEqual(first);
      return { ...first!, read: await correctedHistory(store, catalogue)(stream, Infinity) };
    },
  };
};
type Race = Awaited<ReturnType<typeof start>>;

const codeOf = async (answer: Promise<unknown>): Promise<string> => {
  try {
    return ((await answer) as CommandAnswer).repeated ? 'repeated' : 'done';
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};
/** In both orders of sending; the outcomes stand in the order of the contenders. */
const raced = async (
  set: (race: Race) => Promise<readonly (() => Promise<unknown>)[]>,
  check: (outcomes: readonly string[], race: Race) => Promise<void>,
) => {
  for (const order of [
    (n: readonly unknown[]) => [...n.keys()],
    (n: readonly unknown[]) => [...n.keys()].reverse(),
  ]) {
    const race = await start();
    const contenders = await set(race);
    const outcomes = contenders.map(() => '');
    await Promise.all(
      order(contenders).map(async (n) => {
        outcomes[n] = await codeOf(contenders[n]!());
      }),
    );
    await check(outcomes, race);
  }
};

it('two officers approve one act: it is done once', () =>
  raced(
    async ({ one, two, pledgeId, withdrawal, who }) => {
      const actId = await withdrawal();
      return [one, two, one, two].map(
        ({ acts }, n) =>
          () =>
            acts.approve(pledgeId, actId, who(`officer.${n + 2}`)),
      );
    },
    async (outcomes, { left, count }) => {
      expect([...outcomes].sort()).toEqual(['ACT_CLOSED', 'ACT_CLOSED', 'ACT_CLOSED', 'done']);
      expect((await left()).status).toBe('WITHDRAWN');
      expect([await count('PledgeWithdrawn'), await count('ActRecorded')]).toEqual([1, 1]);
    },
  ));

it('one approval that is sent twice under its key is a repeat', () =>
  raced(
    async ({ one, two, pledgeId, withdrawal, who }) => {
      const actId = await withdrawal();
      const request = who('officer.two');
      return [one, two].map(
        ({ acts }) =>
          () =>
            acts.approve(pledgeId, actId, request),
      );
    },
    async (outcomes, { left, count }) => {
      // The log may have taken both at once, as one.
      for (const outcome of outcomes) expect(['done', 'repeated']).toContain(outcome);
      expect((await left()).acts).toMatchObject([{ standing: 'RECORDED' }]);
      expect(await count('ActRecorded')).toBe(1);
    },
  ));

it('one officer approves, another turns down: the act is the one or the other', () =>
  raced(
    async ({ one, two, pledgeId, withdrawal, who }) => {
      const actId = await withdrawal();
      return [
        () => one.acts.approve(pledgeId, actId, who('officer.two')),
        () => two.acts.reject(pledgeId, actId, { reason: 'Another pledge' }, who('officer.three')),
      ];
    },
    async ([approved, rejected], { left, count }) => {
      const { status, acts } = await left();
      const isDone = approved === 'done';
      expect([approved, rejected]).toEqual(isDone ? ['done', 'ACT_CLOSED'] : ['ACT_CLOSED', 'done']);
      expect([status, acts[0]?.standing]).toEqual(
        isDone ? ['WITHDRAWN', 'RECORDED'] : ['REGISTERED', 'REJECTED'],
      );
      expect((await count('PledgeWithdrawn')) + (await count('ActRejected'))).toBe(1);
    },
  ));

it('an officer turns down what the state objects to: one of the two ends the act', () =>
  raced(
    async ({ one, two, pledgeId, withdrawal, who }) => {
      const actId = await withdrawal();
      const said = { wholeAct: true, reason: 'Nobody wrote that' };
      return [
        () => one.acts.object(pledgeId, actId, said, who('focal.point', 'MS')),
        () => two.acts.reject(pledgeId, actId, { reason: 'Another pledge' }, who('officer.three')),
      ];
    },
    async (outcomes, { left }) => {
      expect([...outcomes].sort()).toEqual(['ACT_CLOSED', 'done']);
      expect((await left()).acts[0]?.standing).toBe(outcomes[0] === 'done' ? 'OBJECTED' : 'REJECTED');
    },
  ));

it('the state withdraws itself while its withdrawal by note is approved: it is withdrawn once', () =>
  raced(
    async ({ one, two, pledgeId, withdrawal, who }) => {
      const actId = await withdrawal();
      const { commandContext } = who('focal.point', 'MS');
      const own = commandFor(commandContext, 'WithdrawPledge', { pledgeId, reason: 'Home', source: null });
      return [
        () => one.acts.approve(pledgeId, actId, who('officer.two')),
        () => two.pledges(streamName('pledge', pledgeId), own),
      ];
    },
    async (outcomes, { left, count }) => {
      expect([...outcomes].sort()).toEqual(['ALREADY_WITHDRAWN', 'done']);
      expect([(await left()).status, await count('PledgeWithdrawn')]).toEqual(['WITHDRAWN', 1]);
    },
  ));

it('a state objects while a records officer asks to strike the act: one annulment is open', () =>
  raced(
    async ({ one, two, pledgeId, declared, idOf, who }) => {
      const actId = await declared();
      const annuls = await idOf('ConditionDeclared');
      const said = { wholeAct: true, reason: 'Nobody wrote that' };
      return [
        () => one.acts.object(pledgeId, actId, said, who('focal.point', 'MS')),
        () => two.annulments.propose(pledgeId, { annuls, reason: 'Of another' }, who('records.one', 'ADMIN')),
      ];
    },
    async ([objected, asked], { left }) => {
      const { annulments, objections, acts } = await left();
      expect(objected).toBe('done');
      expect(['done', 'ANNULMENT_OPEN']).toContain(asked);
      expect(annulments).toMatchObject([{ standing: 'PROPOSED' }]);
      expect(objections).toMatchObject([{ blocked: asked === 'done' ? [{ code: 'ANNULMENT_OPEN' }] : [] }]);
      expect(acts[0]?.standing).toBe('OBJECTED');
    },
  ));

it('two officers make one annulment: it is made once', () =>
  raced(
    async ({ one, two, pledgeId, declared, proposed, who }) => {
      await declared();
      const annulmentId = await proposed('ConditionDeclared');
      return [one, two, two].map(
        ({ annulments }, n) =>
          () =>
            annulments.approve(pledgeId, annulmentId, who(`records.${n + 2}`, 'ADMIN')),
      );
    },
    async (outcomes, { left, count }) => {
      expect([...outcomes].sort()).toEqual(['ANNULMENT_CLOSED', 'ANNULMENT_CLOSED', 'done']);
      const { conditions, acts, read } = await left();
      expect([conditions, acts]).toEqual([[], []]);
      expect(read.filter(({ type }) => type === 'Struck')).toHaveLength(2);
      // One for each circle of readers: the condition, and the note of its paper.
      expect(await count('EventAnnulled')).toBe(2);
    },
  ));

it('one officer makes an annulment, another turns it down', () =>
  raced(
    async ({ one, two, pledgeId, declared, proposed, who }) => {
      await declared();
      const annulmentId = await proposed('ConditionDeclared');
      return [
        () => one.annulments.approve(pledgeId, annulmentId, who('records.two', 'ADMIN')),
        () =>
          two.annulments.reject(
            pledgeId,
            annulmentId,
            { reason: 'It is ours' },
            who('records.three', 'ADMIN'),
          ),
      ];
    },
    async (outcomes, { left }) => {
      expect([...outcomes].sort()).toEqual(['ANNULMENT_CLOSED', 'done']);
      const { conditions, annulments } = await left();
      const isMade = outcomes[0] === 'done';
      expect([conditions.length, annulments[0]?.standing]).toEqual(isMade ? [0, 'MADE'] : [1, 'REJECTED']);
    },
  ));

it('an annulment is made while something is built on the event: either that or the annulment is refused', () =>
  raced(
    async ({ one, pledgeId, declared, proposed, meet, who }) => {
      await declared();
      const annulmentId = await proposed('ConditionDeclared');
      return [() => one.annulments.approve(pledgeId, annulmentId, who('records.two', 'ADMIN')), meet];
    },
    async ([annulled, met], { left }) => {
      const { conditions, annulments } = await left();
      if (annulled === 'done') {
        expect([met, conditions]).toEqual(['UNKNOWN_CONDITION', []]);
      } else {
        expect([annulled, met]).toEqual(['ANNULMENT_BREAKS', 'done']);
        expect(conditions).toMatchObject([{ outcome: 'MET' }]);
        expect(annulments).toMatchObject([{ standing: 'PROPOSED' }]);
      }
    },
  ));

it('the proposal of an act is struck while it is approved: either it is not there, or it was carried out', () =>
  raced(
    async ({ one, two, pledgeId, withdrawal, proposed, who }) => {
      const actId = await withdrawal();
      const annulmentId = await proposed('ActProposed');
      return [
        () => one.annulments.approve(pledgeId, annulmentId, who('records.two', 'ADMIN')),
        () => two.acts.approve(pledgeId, actId, who('officer.two')),
      ];
    },
    async ([annulled, approved], { left, count }) => {
      const { status } = await left();
      if (approved === 'done') {
        expect([annulled, status]).toEqual(['ANNULMENT_BREAKS', 'WITHDRAWN']);
      } else {
        expect([annulled, approved, status]).toEqual(['done', 'UNKNOWN_ACT', 'REGISTERED']);
      }
      expect(await count('PledgeWithdrawn')).toBe(approved === 'done' ? 1 : 0);
    },
  ));

it('a state objects while the act is struck: it objects first, or there is no act', () =>
  raced(
    async ({ one, two, pledgeId, declared, proposed, who }) => {
      const actId = await declared();
      const annulmentId = await proposed('ConditionDeclared');
      const said = { wholeAct: true, reason: 'Nobody wrote that' };
      return [
        () => one.annulments.approve(pledgeId, annulmentId, who('records.two', 'ADMIN')),
        () => two.acts.object(pledgeId, actId, said, who('focal.point', 'MS')),
      ];
    },
    async ([annulled, objected], { left }) => {
      expect(annulled).toBe('done');
      expect(['done', 'UNKNOWN_ACT']).toContain(objected);
      expect(await left()).toMatchObject({ conditions: [], acts: [] });
    },
  ));
