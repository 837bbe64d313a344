/** What was replaced in kafkajs against what was there before: the same bytes, and the same messages of them. */
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { crc32c } from './crc32c.ts';
import { original } from './kafkajs-patches.ts';

const require = createRequire(import.meta.url);
const inUse = {
  record: require('kafkajs/src/protocol/recordBatch/record/v0') as typeof original.record,
  readRecord: require('kafkajs/src/protocol/recordBatch/record/v0/decoder') as typeof original.readRecord,
};

const RUNS = { numRuns: 2000 };
const text = fc.string({ unit: 'binary', maxLength: 40 });
const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
const one = fc.oneof(text, bytes);
/** Lengths of one, two and three bytes. */
const long = fc.integer({ min: 60, max: 40_000 }).map((length) => 'ä'.repeat(length));
/** Names that an object has anyway are not told apart from headers by the original. */
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((header) => !(header in {}));
const headers = fc.dictionary(
  name,
  fc.oneof({ weight: 5, arbitrary: one }, fc.array(one, { minLength: 2 })),
  {
    maxKeys: 8,
    noNullPrototype: true,
  },
);
const message = fc.record(
  {
    offsetDelta: fc.nat({ max: 2 ** 31 - 1 }),
    timestampDelta: fc.oneof(fc.integer(), fc.integer({ min: -(2 ** 45), max: 2 ** 45 })),
    key: fc.option(one),
    value: fc.option(fc.oneof({ weight: 9, arbitrary: one }, long)),
    headers,
  },
  { requiredKeys: [] },
);
const batch = fc.record(
  {
    firstOffset: fc.bigInt({ min: 0n, max: 2n ** 62n }).map(String),
    firstTimestamp: fc.integer({ min: 0, max: 2 ** 45 }).map(String),
    maxTimestamp: fc.integer({ min: 0, max: 2 ** 45 }).map(String),
    magicByte: fc.constant(2),
    isControlBatch: fc.boolean(),
    timestampType: fc.constantFrom(0, 1),
  },
  { requiredKeys: ['firstOffset', 'firstTimestamp', 'magicByte'] },
);

/** Without the length before it, as kafkajs hands it over. */
const bodyOf = (record: Buffer): Buffer => {
  const first = record.findIndex((byte) => byte < 0x80);
  return record.subarray(first + 1);
};
const Decoder = require('kafkajs/src/protocol/decoder') as new (buffer: Buffer) => {
  readonly buffer: Buffer;
};

it('a record is written as the same bytes', () => {
  fc.assert(
    fc.property(message, (record) => {
      const [ours, theirs] = [inUse.record(record).buffer, original.record(record).buffer];
      expect(ours.equals(theirs)).toBe(true);
    }),
    RUNS,
  );
});

it('a record is read as the same message', () => {
  fc.assert(
    fc.property(message, batch, (record, context) => {
      const body = bodyOf(original.record(record).buffer);
      const theirs = original.readRecord(new Decoder(body), context);
      const ours = inUse.readRecord(new Decoder(body), context) as { readonly headers: object };
      // Ours are in an object without a prototype.
      const alike = isDeepStrictEqual({ ...ours, headers: { ...ours.headers } }, theirs);
      if (!alike) expect(ours).toEqual(theirs);
    }),
    RUNS,
  );
});

it('the sum over a batch is the same', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (array) => {
      const buffer = Buffer.from(array);
      expect(crc32c(buffer)).toBe(original.crc32c(buffer));
    }),
    RUNS,
  );
  // Of the standard (RFC 3720, B.4).
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43);
});

it.each(['__proto__', 'constructor', 'toString'])('a header named %s is a header', (header) => {
  const { buffer } = original.record({ headers: { other: 'x', [header]: 'text' } });
  const read = inUse.readRecord(new Decoder(bodyOf(buffer)), {
    firstOffset: '0',
    firstTimestamp: '0',
    magicByte: 2,
  }) as { readonly headers: Readonly<Record<string, Buffer>> };
  expect(Object.entries(read.headers).map(([key, value]) => [key, value.toString()])).toEqual([
    ['other', 'x'],
    [header, 'text'],
  ]);
});

it('a header without a value is refused, as before', () => {
  const record = { headers: { empty: null } } as never;
  expect(() => original.record(record)).toThrow(TypeError);
  expect(() => inUse.record(record)).toThrow(TypeError);
});

it('a connection with nothing waiting sets no timer', () => {
  const RequestQueue = require('kafkajs/src/network/requestQueue') as new (options: object) => {
    pending: unknown[];
    throttleCheckTimeoutId: NodeJS.Timeout | null;
    checkPendingRequests(): void;
    destroy(): void;
    throttledUntil: number;
  };
  const queue = new RequestQueue({ clientId: 'spec', broker: 'none', logger: {} });
  queue.checkPendingRequests();
  expect(queue.throttleCheckTimeoutId).toBeNull();
  // One that waits for the broker's leave is looked for when that is due.
  queue.pending = [{}];
  queue.throttledUntil = Date.now() + 3_600_000;
  queue.checkPendingRequests();
  expect(queue.throttleCheckTimeoutId).not.toBeNull();
  queue.destroy();
});
