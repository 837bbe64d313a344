/** What a witness signs: the checkpoint, and when it saw it first as the newest (C2SP tlog-cosignature, `cosignature/v1`). */

/** Of Ed25519. */
export const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;
/** The last that a date can be made of. */
const LATEST = 8_640_000_000_000;

/** @param time in seconds since 1970. */
export const cosignedText = (checkpoint: string, time: number): string =>
  `cosignature/v1\ntime ${time}\n${checkpoint}`;

/** @returns what stands before the signature of a witness; null where that is no time. */
export const timeOf = (signature: Uint8Array): number | null => {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const { buffer, byteOffset } = signature;
  const time = Number(new DataView(buffer, byteOffset).getBigUint64(0));
  return time > 0 && time <= LATEST ? time : null;
};
