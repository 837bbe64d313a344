/**
 * What kafkajs 2.2.4 does slowly, done otherwise; loaded before its first use, and for this process only. Its own sources
 * are left as they are.
 *
 * - A record is written and read in place (`record-bytes.ts`), and the sum over a batch is made eight bytes at a time
 *   (`crc32c.ts`): the same bytes and messages, held against the originals by `kafkajs-patches.spec.ts`.
 * - A connection without waiting requests sets no timer to look for some. Its own would be due at once, with a negative
 *   delay, about which Node warns, and would set the next one.
 *
 * Decision 53 says why this, and not another client. @throws {Error} where kafkajs is not built as it was, so that an update
 * does not lose this in silence.
 */
import { createRequire } from 'node:module';
import { crc32c } from './crc32c.ts';
import { readRecord, recordBytes } from './record-bytes.ts';
import type { RecordToWrite } from './record-bytes.ts';

const require = createRequire(import.meta.url);

/** What was there before, for the test. */
export interface Original {
  readonly record: (record: RecordToWrite) => { readonly buffer: Buffer };
  readonly readRecord: (decoder: { readonly buffer: Buffer }, batch: BatchContext) => unknown;
  readonly crc32c: (bytes: Buffer) => number;
}

/** Of the batch that a record is in; kafkajs hands more through. */
export interface BatchContext {
  readonly firstOffset: string;
  readonly firstTimestamp: string;
  readonly magicByte: number;
  readonly maxTimestamp?: string;
  readonly isControlBatch?: boolean;
  readonly timestampType?: number;
}

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
}

/** The broker's clock instead of the producer's. */
const LOG_APPEND_TIME = 1;

/** As kafkajs makes encoders: a buffer that another encoder takes over. */
const written = (record: RecordToWrite): { readonly buf: Buffer; readonly buffer: Buffer } => {
  const buffer = recordBytes(record);
  return { buf: buffer, buffer };
};

const read = ({ buffer }: { readonly buffer: Buffer }, batchContext: BatchContext): unknown => {
  const { firstOffset, firstTimestamp, magicByte, isControlBatch = false } = batchContext;
  const { timestampType, maxTimestamp } = batchContext;
  const { attributes, timestampDelta, offsetDelta, key, value, headers } = readRecord(buffer);
  return {
    magicByte,
    attributes,
    timestamp:
      timestampType === LOG_APPEND_TIME && maxTimestamp
        ? maxTimestamp
        : sumOf(firstTimestamp, timestampDelta),
    offset: sumOf(firstOffset, offsetDelta),
    key,
    value,
    headers,
    isControlRecord: isControlBatch,
    batchContext,
  };
};

const sumOf = (first: string, delta: number): string => {
  const sum = Number(first) + delta;
  return String(Number.isSafeInteger(sum) ? sum : BigInt(first) + BigInt(delta));
};

/** They take the functions over when they are loaded, which is at the first message written or read. */
for (const user of ['recordBatch/v0', 'requests/produce/v3/request', 'requests/fetch/v4/decodeMessages'])
  if (require.resolve(`kafkajs/src/protocol/${user}`) in require.cache)
    throw new Error('kafkajs has been used before it was patched');

/** @returns what the module exported before. */
const replaced = (name: string, exported: unknown): unknown => {
  const path = require.resolve(`kafkajs/src/${name}`);
  const before: unknown = require(path);
  const module = require.cache[path];
  if (module === undefined || typeof before !== 'function')
    throw new Error(`kafkajs has no function ${name}`);
  module.exports = exported;
  return before;
};

export const original: Original = {
  record: replaced('protocol/recordBatch/record/v0', written) as Original['record'],
  readRecord: replaced('protocol/recordBatch/record/v0/decoder', read) as Original['readRecord'],
  crc32c: replaced('protocol/recordBatch/crc32C', crc32c) as Original['crc32c'],
};

const { prototype } = require('kafkajs/src/network/requestQueue') as { readonly prototype: RequestQueue };
const { scheduleCheckPendingRequests } = prototype;
prototype.scheduleCheckPendingRequests = function schedule(): void {
  if (this.pending.length > 0) scheduleCheckPendingRequests.call(this);
};
