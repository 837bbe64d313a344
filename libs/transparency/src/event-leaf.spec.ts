import fc from 'fast-check';
import { canonicalText } from './canonical.ts';
import { entryOf, entryOfUnits, ForeignEvent, openedTo, openingOf } from './event-leaf.ts';
import type { LeafEvent } from './event-leaf.ts';
import type { Unit } from './event-rule.ts';
import { hexHash } from './hash.ts';
import { leafHash } from './merkle.ts';
import { readOpening } from './read-opening.ts';
import { base64, eventVectors } from './testing/vectors.ts';

const { events, legacySecret, refused } = eventVectors;
const digest = (unit: Unit): string => ('digest' in unit ? unit.digest : hexHash(unit.salt + unit.text));

describe('the events of the vectors', () => {
  it.each(events.map((one, n) => [n, one] as const))('event %i', (_, vector) => {
    const opening = openingOf(vector.event, legacySecret);
    expect(opening).toEqual(vector.opening);
    expect(opening.units.map(digest)).toEqual(vector.digests);
    expect(base64(entryOf(vector.event, legacySecret))).toBe(vector.entry);
    expect(base64(leafHash(entryOf(vector.event, legacySecret)))).toBe(vector.leafHash);
  });

  it.each(events.map((one, n) => [n, one] as const))('event %i is read from its opening', (_, vector) => {
    const { entry, keptBack, metadata, data, ...read } = readOpening(vector.opening);
    const { salt: _salt, salts: _salts, ...told } = vector.event.metadata as Record<string, unknown>;
    expect(base64(entry)).toBe(vector.entry);
    const { stream, revision, id, type, schemaVersion, recordedAt } = vector.event;
    expect(read).toEqual({ stream, revision, id, type, schemaVersion, recordedAt, leaf: undefined });
    if (keptBack === 0) expect([metadata, data]).toEqual([told, vector.event.data]);
    else expect(keptBack).toBe(vector.opening.units.filter((unit) => 'digest' in unit).length);
  });

  it.each(
    events.flatMap(({ inPart, ...one }, n) => (inPart === undefined ? [] : [[n, one, inPart] as const])),
  )('event %i in part has the same entry', (_, { entry, event }, inPart) => {
    const kept = inPart.units.map((unit) => 'digest' in unit);
    expect(openedTo(openingOf(event, legacySecret), (n) => kept[n] === false)).toEqual(inPart);
    expect(base64(readOpening(inPart).entry)).toBe(entry);
  });

  it.each(refused)('an opening is refused: $why', ({ opening }) => {
    expect(() => readOpening(opening)).toThrow(expect.objectContaining({ name: 'Refused' }));
  });
});

const json = (maxDepth: number) =>
  fc.jsonValue({ maxDepth }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const members = (value: fc.Arbitrary<unknown>) => fc.dictionary(fc.string(), value, { maxKeys: 8 });
const anyEvent: fc.Arbitrary<LeafEvent> = fc.record({
  stream: fc.string(),
  revision: fc.nat(),
  id: fc.uuid(),
  type: fc.string(),
  schemaVersion: fc.nat(),
  recordedAt: fc.string(),
  data: members(json(2)).map((data) => JSON.parse(JSON.stringify(data)) as object),
  metadata: fc.record({
    actor: fc.string({ minLength: 1 }),
    role: fc.string(),
    visibility: fc.string(),
    commandId: fc.string(),
    salt: fc.stringMatching(/^[0-9a-f]{32}$/),
  }),
});

describe('an opening', () => {
  it('has the entry of its event, whichever parts are shown, and none of the text that is kept back', () => {
    fc.assert(
      fc.property(anyEvent, fc.infiniteStream(fc.boolean()), (event, chance) => {
        const whole = openingOf(event, legacySecret, 7);
        const shown = whole.units.map(() => chance.next().value === true);
        const part = openedTo(whole, (n) => shown[n] === true);
        expect(entryOfUnits(part.units)).toEqual(entryOf(event, legacySecret));
        expect(part.leaf).toBe(7);
        whole.units.forEach((unit, n) => {
          if (shown[n] === true || 'digest' in unit) return;
          expect(part.units[n]).toEqual({ digest: digest(unit) });
          // The salt would help to guess it.
          expect(JSON.stringify(part)).not.toContain(unit.salt);
        });
      }),
    );
  });

  it('is read as what it was made of', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const read = readOpening(JSON.parse(JSON.stringify(openingOf(event, legacySecret))));
        expect(read.entry).toEqual(entryOf(event, legacySecret));
        expect(canonicalText(read.data)).toBe(canonicalText(event.data));
      }),
    );
  });

  it('has another entry for an event of which anything is another', () => {
    const [{ event }] = events as [(typeof events)[0]];
    const others: LeafEvent[] = [
      { ...event, stream: `${event.stream}a` },
      { ...event, revision: event.revision + 1 },
      { ...event, id: '8c77327e-7ff8-57f0-a211-cc36bd69cd83' },
      { ...event, type: 'PledgeAmended' },
      { ...event, schemaVersion: 1 },
      { ...event, recordedAt: '2026-11-23T09:12:17.072Z' },
      { ...event, data: { ...(event.data as object), more: null } },
      ...Object.keys(event.metadata).map((name) => ({
        ...event,
        metadata: { ...event.metadata, [name]: 'f'.repeat(32) },
      })),
      { ...event, metadata: { ...event.metadata, recordedFor: 'MS' } },
    ];
    const entries = [event, ...others].map((one) => base64(entryOf(one, legacySecret)));
    expect(new Set(entries).size).toBe(entries.length);
  });

  it('does not depend on the order in which a store keeps members', () => {
    const [{ event }] = events as [(typeof events)[0]];
    const turned = (value: object): object => Object.fromEntries(Object.entries(value).toReversed());
    const other = { ...event, data: turned(event.data as object), metadata: turned(event.metadata) };
    expect(entryOf(other, legacySecret)).toEqual(entryOf(event, legacySecret));
  });
});

describe('what this application never wrote', () => {
  const [{ event }] = events as [(typeof events)[0]];
  const erased = { $erased: 'a'.repeat(64) };
  const salts = Array.from({ length: 9 }, () => 'b'.repeat(32));
  const metadata = event.metadata as Record<string, unknown>;

  it.each([
    ['data that is a list', { ...event, data: [] }],
    ['data that is a text', { ...event, data: 'text' }],
    ['no metadata', { ...event, metadata: null as unknown as object }],
    ['a salt that is a number', { ...event, metadata: { ...metadata, salt: 7 } }],
    ['a salt that is too short', { ...event, metadata: { ...metadata, salt: 'ab' } }],
    ['salts that are a text', { ...event, metadata: { ...metadata, salts: 'ab' } }],
    ['too few salts', { ...event, metadata: { ...metadata, salts: salts.slice(1) } }],
    ['no salt for what is not erased', { ...event, metadata: { ...metadata, salts: salts.with(4, null!) } }],
    [
      'no salt for what cannot be erased',
      { ...event, metadata: { ...metadata, occurredOn: erased, salts: salts.with(1, null!) } },
    ],
    ['no actor', { ...event, metadata: { ...metadata, actor: undefined } }],
  ])('is refused: %s', (_, foreign) => {
    expect(() => entryOf(foreign, legacySecret)).toThrow(ForeignEvent);
  });
});
