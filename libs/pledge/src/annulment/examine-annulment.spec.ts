/** What an annulment would do to the rest of a history. */
import fc from 'fast-check';
import { catalogue } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { pledge as decider } from '../pledge.ts';
import type { Pledge } from '../state.ts';
import { streamOf } from '../testing/a-stream.ts';
import { actProposed, actRecorded, actRejected } from '../testing/acts.ts';
import { caveatTalkNoted } from '../testing/caveats.ts';
import { eventCorrected } from '../testing/corrections.ts';
import { acknowledged, announced, withdrawn } from '../testing/early-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { choices, walk } from '../testing/random-walk.ts';
import { splitUp } from '../testing/split-life.ts';
import { examineAnnulment } from './examine-annulment.ts';
import { unannullable } from './unannullable.ts';

const live: Parameters<typeof walk>[1] = ({ command, pledge }) => {
  if (command === undefined) return [];
  try {
    return decider.decide(command, pledge);
  } catch (error) {
    if (error instanceof Rejected) return [];
    throw error;
  }
};

const folded = (events: readonly RecordedEvent[]): Pledge =>
  events.reduce(decider.evolve, decider.initialState());

/** As the engine appends what `AnnulEvent` decides. */
const annulled = (life: readonly RecordedEvent[], strikes: readonly RecordedEvent[]) => {
  const { memberState, reference, pledgeId } = folded(life);
  const isVoid = strikes.some(({ type }) => type === 'PledgeAnnounced');
  const data = {
    ...{ pledgeId, annulmentId: 'annulment', reason: 'Not ours' },
    annuls: strikes.map(({ id }) => id),
    annulledTypes: strikes.map(({ type }) => type),
    voids: isVoid ? { memberState, reference } : null,
  };
  return [...life, recorded({ type: 'EventAnnulled', data }, life.length)];
};

it('of any event of any life is refused, or leaves the pledge as without what its command wrote', () => {
  const made = new Set<string>();
  fc.assert(
    fc.property(choices, (taken) => {
      const life = walk(taken, live).map((event) => catalogue.upcast(event));
      for (const { id, metadata } of life) {
        const { strikes, blocked } = examineAnnulment(life, id);
        const ofOneCommand = life.filter((one) => one.metadata.commandId === metadata.commandId);
        expect(strikes).toEqual(expect.arrayContaining(ofOneCommand));
        if (unannullable(strikes) !== undefined || blocked.length > 0) continue;
        const now = folded(catalogue.corrected(annulled(life, strikes)));
        if (now.status === 'VOID') {
          expect(now).toMatchObject({ announcement: null, clarifications: [], lastWord: null });
          continue;
        }
        for (const { type } of strikes) made.add(type);
        const without = life.filter((one) => !strikes.includes(one));
        expect(strikes).toHaveLength(ofOneCommand.length);
        expect(now).toEqual(folded(without));
      }
    }),
    { numRuns: 100 },
  );
  expect(made.size).toBeGreaterThan(20);
});

const findings = (status: keyof typeof historyTo, type: string) => {
  const stream = streamOf(historyTo[status] ?? []);
  const { blocked } = examineAnnulment(stream, stream.find((event) => event.type === type)?.id ?? '');
  return blocked.map(({ event, code }) => `${event} ${code}`);
};

it('names each event that could not have happened, with why', () => {
  expect(findings('DEPLOYED', 'UnitSelected')).toEqual(expect.arrayContaining(['MouSigned WRONG_ORDER']));
  expect(new Set(findings('REGISTERED', 'PledgeAcknowledged'))).toEqual(
    new Set(['DocumentationReceived WRONG_ORDER', 'PledgeRegistered WRONG_ORDER']),
  );
});

it('names what would say something else', () => {
  const stream = streamOf(historyTo.DEPLOYED ?? []);
  const document = stream.find(({ type }) => type === 'DocumentationReceived');
  const { blocked } = examineAnnulment(stream, document?.id ?? '');
  expect(blocked.length).toBeGreaterThan(0);
});

it('of what went into the parts of a split is refused for the split', () => {
  const stream = streamOf([...(historyTo.REGISTERED ?? []), caveatTalkNoted(), splitUp()]);
  const talk = stream.find(({ type }) => type === 'CaveatTalkNoted');
  const { blocked } = examineAnnulment(stream, talk?.id ?? '');
  expect(blocked).toMatchObject([{ event: 'PledgeSplit', code: 'CARRIED_OVER' }]);
});

it.each([
  ['carried it out', () => [withdrawn(), actRecorded()], 'ActRecorded'],
  ['turned it down', () => [actRejected()], 'ActRejected'],
])('of a proposed act is refused for the officer who %s', (_, decided, type) => {
  const stream = streamOf([...(historyTo.REGISTERED ?? []), actProposed(), ...decided()]);
  const asked = stream.find((event) => event.type === 'ActProposed');
  const { strikes, blocked } = examineAnnulment(stream, asked?.id ?? '');
  expect(strikes).toEqual([asked]);
  expect(blocked).toMatchObject([{ event: type, code: 'UNKNOWN_ACT' }]);
});

it('of the last act of a closed pledge opens it again', () => {
  const stream = streamOf(historyTo.FULFILLED ?? []);
  const last = stream.at(-1)!;
  expect(last.type).toBe('PledgeFulfilled');
  const { strikes, blocked } = examineAnnulment(stream, last.id);
  expect(blocked).toEqual([]);
  const now = folded(catalogue.corrected(annulled(stream, strikes)));
  expect(now.status).toBe(folded(stream.slice(0, -1)).status);
  expect([now.closing, now.reachedOn]).toEqual([
    null,
    expect.not.objectContaining({ FULFILLED: expect.anything() }),
  ]);
});

describe('of the announcement', () => {
  const question = { type: 'ClarificationRequested', data: {} };
  const examinedAmong = (...types: readonly string[]) => {
    const life = [
      announced(),
      ...types.map((type) => (type === question.type ? question : { type, data: {} })),
    ];
    return examineAnnulment(
      life.map((event, n) => recorded(event, n)),
      'event-0',
    );
  };

  it('strikes acknowledgement and questions with it', () => {
    const types = ['PledgeAcknowledged', 'ClarificationRequested', 'ClarificationProvided'];
    const { strikes, blocked } = examinedAmong(...types);
    expect(strikes.map(({ type }) => type)).toEqual(['PledgeAnnounced', ...types]);
    expect(blocked).toEqual([]);
  });

  it.each([
    'AnnouncementLinked',
    'ThemeTagged',
    'CaveatDeclared',
    'RepeatDecided',
    'PledgeWithdrawn',
    'PledgeRegistered',
  ])('is refused for a %s, which is listed', (type) => {
    expect(examinedAmong('PledgeAcknowledged', type).blocked).toMatchObject([{ event: type, revision: 2 }]);
  });

  it('is refused for a correction of what it updates', () => {
    const changes = [{ field: 'standing', old: 'UPDATED', new: 'NEW' }];
    const life = [announced(), eventCorrected({ corrects: 'event-0', changes })];
    const { blocked } = examineAnnulment(
      life.map((event, n) => recorded(event, n)),
      'event-0',
    );
    expect(blocked).toMatchObject([{ event: 'EventCorrected' }]);
  });

  it('does not ask what is about the history, or struck itself', () => {
    const about = [
      'CorrectionProposed',
      'CorrectionRejected',
      'AnnulmentProposed',
      'AnnulmentRejected',
      'Struck',
    ];
    expect(examinedAmong(...about)).toMatchObject({ strikes: [{ type: 'PledgeAnnounced' }], blocked: [] });
  });
});

it('of one event strikes all that came with it', () => {
  const [first, second] = [announced(), acknowledged()].map((event, n) => recorded(event, n));
  const together = [first!, { ...second!, metadata: first!.metadata }];
  expect(examineAnnulment(together, second!.id).strikes).toEqual(together);
});

it('of an event that is not there finds none', () =>
  expect(examineAnnulment(streamOf([announced()]), 'elsewhere')).toEqual({ strikes: [], blocked: [] }));
