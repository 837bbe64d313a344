/** An event as a page shows it, held against its opening: what is closed to the reader is shown to him as nothing, and that is no difference. */
import { entryOfUnits, leafHash, openedTo, openingOf } from '@pledgeline/transparency';
import { checkEvent } from './check-event.ts';
import type { ProvedEvent, ShownEvent } from './check-event.ts';

const STREAM = 'pledge-one';
const event = {
  ...{ stream: STREAM, revision: 0, id: 'an id', type: 'PledgeWithdrawn', schemaVersion: 1 },
  recordedAt: '2026-11-30T12:00:00.000Z',
  data: { endedMatches: [{ gapId: 'a gap' }], level: 'L2', reason: 'Other plans', source: null },
  metadata: { actor: 'somebody', role: 'MS', salt: '5a17'.repeat(8) },
};
const whole = openingOf(event, '0'.repeat(64), 0);
/** The log has this leaf alone. */
const head = { origin: 'a log', size: 1, root: leafHash(entryOfUnits(whole.units)) };

/** Identity, metadata for all, and of the data what is not closed: it is in the order of the names. */
const provedTo = (closed: readonly string[]): ProvedEvent => {
  const names = Object.keys(event.data).toSorted();
  const opening = openedTo(whole, (n) => n < 2 || (n > 3 && !closed.includes(names[n - 4] ?? '')));
  return { revision: 0, leaf: 0, path: [], opening: { ...opening, units: [...opening.units], leaf: 0 } };
};
const shown = (data: object): ShownEvent =>
  ({ ...event, metadata: { role: 'MS' }, data: { ...event.data, ...data } }) as unknown as ShownEvent;

it.each<[string, object, readonly string[]]>([
  ['as nothing, and a list as an empty one', { endedMatches: [], level: null }, []],
  ['with a value', { endedMatches: [], level: 'L3' }, ['level']],
  ['with a list of something', { endedMatches: [{ gapId: 'another' }], level: null }, ['endedMatches']],
])('what is closed and shown %s', async (_, data, shownUnproved) => {
  expect(await checkEvent(provedTo(['endedMatches', 'level']), head, STREAM, shown(data))).toMatchObject({
    ...{ compared: 'whole', keptBack: 4, shownUnproved },
  });
});

it.each<[string, object]>([
  ['another value', { reason: 'Others' }],
  ['a value that was empty', { source: 'A letter' }],
  ['an empty list in place of one that is proved', { endedMatches: [] }],
])('%s is a difference', async (_, data) => {
  await expect(
    checkEvent(provedTo(['level']), head, STREAM, shown({ level: null, ...data })),
  ).rejects.toMatchObject({
    misfit: { kind: 'shown', about: Object.keys(data)[0] },
  });
});

it.each<[string, object]>([
  ['id', { id: 'another' }],
  ['type', { type: 'PledgeLapsed' }],
  // Data of another version could say anything.
  ['schemaVersion', { schemaVersion: 2, data: { reason: 'In other words' } }],
  ['recordedAt', { recordedAt: '2026-11-30T12:00:01.000Z' }],
  ['role', { metadata: { role: 'DESK' } }],
])('another %s is a difference', async (about, other) => {
  const page = { ...shown({}), ...other };
  await expect(checkEvent(provedTo([]), head, STREAM, page)).rejects.toMatchObject({
    misfit: { kind: 'shown', about },
  });
});
