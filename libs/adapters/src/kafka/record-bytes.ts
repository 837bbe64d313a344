/**
 * One record of a Kafka record batch (message format 2), written into one buffer of its exact size and read without copies.
 * The bytes are those of kafkajs, which makes a buffer of 512 bytes for each header and copies it twice; see
 * `kafkajs-patches.ts` and decision 53.
 */

type HeaderValue = Buffer | string;
type Header = HeaderValue | readonly HeaderValue[] | null | undefined;

/** What kafkajs hands to its own function. */
export interface RecordToWrite {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  readonly key?: Buffer | string | null;
  readonly value?: Buffer | string | null;
  readonly headers?: Readonly<Record<string, Header>>;
}

export interface ReadRecord {
  readonly attributes: number;
  readonly timestampDelta: number;
  readonly offsetDelta: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** A header that is there more than once has all its values, in order. */
  readonly headers: Record<string, HeaderValues>;
}

type HeaderValues = Buffer | null | (Buffer | null)[];

const CONTINUES = 0x80;
const LOW_BITS = 0x7f;
const TWO_TO_7 = 128;

/** @throws {TypeError} for a header without a value, as kafkajs does. */
export const recordBytes = (record: RecordToWrite): Buffer => {
  const { offsetDelta = 0, timestampDelta = 0, key, value, headers = {} } = record;
  const parts: Part[] = [key ?? null, value ?? null];
  for (const name of Object.keys(headers)) addHeader(parts, name, headers[name]);
  const lengths = parts.map(lengthOf);
  const count = (parts.length - 2) / 2;
  let size = 1 + sizeOfVarint(timestampDelta) + sizeOfVarint(offsetDelta) + sizeOfVarint(count);
  for (const length of lengths) size += sizeOfVarint(length) + Math.max(0, length);

  const bytes = Buffer.allocUnsafe(sizeOfVarint(size) + size);
  let at = writeVarint(bytes, 0, size);
  bytes[at] = 0;
  at = writeVarint(bytes, at + 1, timestampDelta);
  at = writeVarint(bytes, at, offsetDelta);
  for (const [n, part] of parts.entries()) {
    if (n === 2) at = writeVarint(bytes, at, count);
    const length = lengths[n] ?? 0;
    at = writeVarint(bytes, at, length);
    if (typeof part === 'string') bytes.write(part, at, length, 'utf8');
    else part?.copy(bytes, at);
    at += Math.max(0, length);
  }
  if (count === 0) writeVarint(bytes, at, 0);
  return bytes;
};

type Part = Buffer | string | null;

const addHeader = (parts: Part[], name: string, value: Header): void => {
  if (value === undefined || value === null) throw new TypeError(`the header ${name} has no value`);
  if (typeof value === 'string' || Buffer.isBuffer(value)) parts.push(name, value);
  else for (const each of value) addHeader(parts, name, each);
};

/** Of nothing: -1. */
const lengthOf = (part: Part): number =>
  part === null ? -1 : typeof part === 'string' ? Buffer.byteLength(part) : part.length;

/** Zigzag, so that small negative numbers are short too. Numbers beyond 32 bits are times: differences of milliseconds. */
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

const sizeOfVarint = (value: number): number => {
  let rest = zigzag(value);
  let size = 1;
  for (; rest >= TWO_TO_7; rest = Math.floor(rest / TWO_TO_7)) size += 1;
  return size;
};

const writeVarint = (bytes: Buffer, begin: number, value: number): number => {
  let rest = zigzag(value);
  let at = begin;
  for (; rest >= TWO_TO_7; rest = Math.floor(rest / TWO_TO_7)) bytes[at++] = (rest % TWO_TO_7) + CONTINUES;
  bytes[at] = rest;
  return at + 1;
};

/** @param bytes of one record, without the length before it. What it answers shares their memory. */
export const readRecord = (bytes: Buffer): ReadRecord => {
  let at = 0;

  const varint = (): number => {
    let result = 0;
    let unit = 1;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      result += (byte & LOW_BITS) * unit;
      if (byte < CONTINUES) return result % 2 === 0 ? result / 2 : -(result + 1) / 2;
      unit *= TWO_TO_7;
    }
  };
  const part = (): Buffer | null => {
    const length = varint();
    if (length < 0) return null;
    at += length;
    return bytes.subarray(at - length, at);
  };
  const name = (): string => {
    const length = varint();
    at += length;
    return bytes.toString('utf8', at - length, at);
  };

  const attributes = bytes.readInt8(at++);
  const [timestampDelta, offsetDelta, key, value] = [varint(), varint(), part(), part()];
  // Names come from whoever writes to the topic: none of them may be one that every object has.
  const headers = Object.create(null) as Record<string, HeaderValues>;
  for (let left = varint(); left > 0; left -= 1) {
    const [header, text] = [name(), part()];
    const before = headers[header];
    if (before === undefined) headers[header] = text;
    else if (Array.isArray(before)) before.push(text);
    else headers[header] = [before, text];
  }
  return { attributes, timestampDelta, offsetDelta, key, value, headers };
};
