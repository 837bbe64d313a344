/** CRC-32C (Castagnoli), which Kafka wants over every record batch; Node has only CRC-32. Eight bytes a step: see decision 53. */

const POLYNOMIAL = 0x82f63b78;
const STEP = 8;

/** `TABLES[n * 256 + byte]`: what a byte does to the sum when n bytes follow it. */
const TABLES = ((): Int32Array => {
  const tables = new Int32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    tables[byte] = sum;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const before = tables[at - 256] ?? 0;
    tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
})();

/** @param following how many bytes of the step come after the lowest byte of `word`. */
const part = (following: number, word: number): number => TABLES[following * 256 + (word & 0xff)] ?? 0;

/** @returns 32 bits without a sign. */
export const crc32c = (bytes: Buffer): number => {
  let sum = -1;
  let at = 0;
  for (const end = bytes.length - STEP; at <= end; at += STEP) {
    const low = sum ^ bytes.readInt32LE(at);
    const high = bytes.readInt32LE(at + 4);
    sum =
      part(7, low) ^
      part(6, low >>> 8) ^
      part(5, low >>> 16) ^
      part(4, low >>> 24) ^
      part(3, high) ^
      part(2, high >>> 8) ^
      part(1, high >>> 16) ^
      part(0, high >>> 24);
  }
  for (; at < bytes.length; at += 1) sum = part(0, sum ^ bytes.readUInt8(at)) ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
};
