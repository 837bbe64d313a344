/** What somebody finds who is shown every event: one that is left out, put twice in one place, or comes again. */
import fc from 'fast-check';
import { leafHash, rootOf } from './merkle.ts';
import { Differs, type ProvedEvent } from './verify-bundle.ts';
import { mustBeWhole } from './whole-tree.ts';

const STREAMS = ['pledge-a', 'pledge-b', 'visit-c'];

const eventAt = (leaf: number, stream: string, revision: number): ProvedEvent => ({
  ...{
    leaf,
    stream,
    revision,
    keptBack: 0,
    data: {},
    metadata: {},
    type: 'CaveatDeclared',
    schemaVersion: 1,
  },
  ...{ id: `id ${leaf}`, recordedAt: '2026-11-30T12:00:00.000Z', entry: Buffer.alloc(32, leaf + 1) },
});

/** Streams in any order, each with its revisions from 0 on. */
const histories = fc.array(fc.constantFrom(...STREAMS), { minLength: 1, maxLength: 40 }).map((order) => {
  const next = new Map<string, number>();
  return order.map((stream, leaf) => {
    const revision = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return eventAt(leaf, stream, revision);
  });
});

const headOf = (events: readonly ProvedEvent[]) => ({
  ...{ origin: 'pledges.example/proof', size: events.length },
  root: rootOf(events.map(({ entry }) => leafHash(entry))),
});

const changed = (events: readonly ProvedEvent[], at: number, to: Partial<ProvedEvent>): ProvedEvent[] =>
  events.map((event, n) => (n === at ? { ...event, ...to } : event));

/** One event of a history, and another one. */
const twoOf = histories
  .filter(({ length }) => length > 1)
  .chain((events) => fc.tuple(fc.constant(events), fc.nat(events.length - 1), fc.nat(events.length - 1)));

it('a history of which every event is there is whole', () => {
  fc.assert(
    fc.property(histories, (events) => {
      expect(() => mustBeWhole(events, headOf(events))).not.toThrow();
    }),
  );
});

it('one that is left out is named by its leaf', () => {
  fc.assert(
    fc.property(twoOf, ([events, left]) => {
      const part = events.filter((_, n) => n !== left);
      expect(() => mustBeWhole(part, headOf(events))).toThrow(
        `Leaf ${left} of the tree is not in the bundle`,
      );
    }),
  );
});

it('a second leaf for a place in a stream that is taken, or one that leaves a place out, is named', () => {
  fc.assert(
    fc.property(twoOf, fc.integer({ min: -3, max: 3 }), ([events, at], by) => {
      const { stream, revision } = events[at]!;
      fc.pre(by !== 0 && revision + by >= 0);
      const other = changed(events, at, { revision: revision + by });
      expect(() => mustBeWhole(other, headOf(other))).toThrow(
        `${stream}@${revision + by} (leaf ${at}) comes where ${stream}@${revision} is the next one`,
      );
    }),
  );
});

it('an id that comes twice is found', () => {
  fc.assert(
    fc.property(twoOf, ([events, one, other]) => {
      fc.pre(one < other);
      const twice = changed(events, other, { id: events[one]!.id });
      expect(() => mustBeWhole(twice, headOf(twice))).toThrow(`(leaf ${other}) has the id of another`);
    }),
  );
});

it('another root than the one of all leaves is found', () => {
  fc.assert(
    fc.property(twoOf, ([events, at]) => {
      const other = changed(events, at, { entry: Buffer.alloc(32, 255) });
      expect(() => mustBeWhole(other, headOf(events))).toThrow(Differs);
    }),
  );
});
