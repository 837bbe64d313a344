/** A stream as it stood is what it was by the events up to there, whatever was corrected later, and in whatever order it is asked. */
import fc from 'fast-check';
import { catalogue, type DataOf } from '@pledgeline/contracts';
import { pledge as decider, type Pledge } from '@pledgeline/pledge';
import { choices, walk } from '@pledgeline/pledge/testing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { aLog, id } from '../testing/a-log.ts';
import { acknowledge, announce } from '../testing/a-pledge.ts';
import { foldsAsRecorded } from './folds-as-recorded.ts';

const NEVER = new AbortController().signal;
/** What was annulled is never folded: nothing knows its type any more. */
const apply = (row: Pledge | undefined, event: RecordedEvent): Pledge => {
  if (catalogue.struck(event) !== undefined) throw new Error(`${event.id} was annulled`);
  return decider.evolve(row ?? decider.initialState(), event);
};

/** The same from nothing. */
const stoodAfter = (events: readonly RecordedEvent[], revision: number): Pledge =>
  catalogue.corrected(events.slice(0, revision + 1)).reduce(decider.evolve, decider.initialState());

/** Corrections and annulments of any earlier event, at any place of the life. */
const changed = fc.array(
  fc.record({ at: fc.nat(80), of: fc.nat(80), strikes: fc.boolean(), day: fc.integer({ min: 10, max: 28 }) }),
  { maxLength: 6 },
);

const withChanges = (
  life: readonly RecordedEvent[],
  changes: readonly { at: number; of: number; strikes: boolean; day: number }[],
): readonly RecordedEvent[] => {
  const events = life.map((event, n) => ({ ...event, id: `event-${n}` }));
  for (const [n, { at, of, strikes, day }] of changes.entries()) {
    const place = Math.max(at % (events.length + 1), 1);
    const target = events[of % place];
    const base = events[0];
    if (target === undefined || base === undefined || target.type.startsWith('Event')) continue;
    const change = { field: 'occurredOn', old: target.metadata.occurredOn, new: `2025-01-${day}` };
    const correction: Partial<DataOf<'EventCorrected'>> = {
      corrects: target.id,
      correctedType: target.type,
      changes: [change],
    };
    const annulment: Partial<DataOf<'EventAnnulled'>> = { annuls: [target.id], annulledTypes: [target.type] };
    const data = { pledgeId: id('one'), ...(strikes ? annulment : correction) };
    const type = strikes ? 'EventAnnulled' : 'EventCorrected';
    events.splice(place, 0, { ...base, id: `change-${n}`, type, schemaVersion: 1, data });
  }
  return events.map((event, revision) => ({ ...event, revision }));
};

it('after any events of any life, however few folds are kept', async () => {
  const live = ({ command, pledge }: Parameters<Parameters<typeof walk>[1]>[0]) => {
    try {
      return command === undefined ? [] : decider.decide(command, pledge);
    } catch {
      return [];
    }
  };
  const asked = fc.array(fc.array(fc.nat(80), { maxLength: 6 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      choices,
      changed,
      asked,
      fc.integer({ min: 1, max: 12 }),
      async (taken, changes, questions, every) => {
        const events = withChanges(walk(taken, live), changes);
        const folds = foldsAsRecorded(apply, every);
        for (const [n, places] of questions.entries()) {
          // The stream grows from question to question.
          const known = events.slice(0, Math.ceil((events.length * (n + 1)) / questions.length));
          const revisions = places.map((place) => (place % (known.length + 1)) - 1);
          const found = await folds.after(known, revisions, NEVER);
          for (const revision of revisions) {
            const stood = revision < 0 ? undefined : stoodAfter(known, revision);
            expect(found.get(revision)).toEqual(stood);
          }
        }
      },
    ),
    { numRuns: 60, seed: 9 },
  );
});

it('a correction changes what stood after it, and nothing that stood before', async () => {
  const log = aLog();
  announce(log, 'one', {}, { on: '2019-03-29' });
  const acknowledged = acknowledge(log, 'one', '2019-05-02');
  const change = { field: 'occurredOn', old: '2019-05-02', new: '2019-04-29' };
  const data = { pledgeId: id('one'), correctionId: id('c'), corrects: acknowledged.id, reason: 'Misread' };
  log.add('one', 'EventCorrected', { ...data, correctedType: 'PledgeAcknowledged', changes: [change] });
  const folds = foldsAsRecorded(apply);
  const found = await folds.after(log.events, [0, 1, 2], NEVER);
  expect([0, 1, 2].map((n) => found.get(n)?.reachedOn.ACKNOWLEDGED)).toEqual([
    undefined,
    '2019-05-02',
    '2019-04-29',
  ]);
});

it('ends soon when nobody waits any more, and goes on where it was the next time', async () => {
  const log = aLog();
  for (let n = 0; n < 600; n += 1) announce(log, 'one');
  const [folds, gone] = [foldsAsRecorded(apply), new AbortController()];
  gone.abort(new Error('nobody waits'));
  await expect(folds.after(log.events, [599], gone.signal)).rejects.toThrow();
  expect((await folds.after(log.events, [599], NEVER)).get(599)).toEqual(stoodAfter(log.events, 599));
});
