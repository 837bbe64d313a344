/** Archives of which every byte follows from their files: stored as they are, in their order, all of one time. */
import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { Refused } from './refused.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

export interface ZipWriter {
  /** Begins the next file. @param path ASCII. */
  readonly file: (path: string) => {
    readonly write: (bytes: Uint8Array) => void;
    readonly end: () => void;
  };
  /** After the last file. */
  readonly end: () => void;
}

/** By its parts, so that it is the same in every time zone. */
const ONE_TIME = new Date(1980, 0, 1);
/** Sizes and places have 32 bits: beyond them an archive would name wrong ones. */
const MOST_BYTES = 2 ** 32 - 1;
const NOTHING = new Uint8Array();

/**
 * Files one after the other; nothing of them is held.
 * @param out called with all that is written, as it is written.
 * @param mostBytes as long as the format allows when absent.
 * @throws {RangeError} as its methods, before the archive is longer than archives can be.
 */
export const zipWriter = (out: (bytes: Uint8Array) => void, mostBytes = MOST_BYTES): ZipWriter => {
  let written = 0;
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    written += bytes.length;
    if (written > mostBytes) throw new RangeError(`an archive has at most ${mostBytes} bytes`);
    out(bytes);
  });
  return {
    file: (path) => {
      const file = new ZipPassThrough(path);
      file.mtime = ONE_TIME;
      zip.add(file);
      return { write: (bytes) => file.push(bytes), end: () => file.push(NOTHING, true) };
    },
    end: () => zip.end(),
  };
};

export const zipOf = (files: Files): Buffer => {
  const pieces: Uint8Array[] = [];
  const zip = zipWriter((bytes) => pieces.push(bytes));
  for (const [path, bytes] of files) {
    const { write, end } = zip.file(path);
    write(bytes);
    end();
  }
  zip.end();
  return Buffer.concat(pieces);
};

/** @throws {Refused} for what is no archive, or compressed. */
export const filesIn = (archive: Uint8Array): Files => {
  try {
    const found = unzipSync(archive, {
      filter: ({ name, compression, size, originalSize }) => {
        if (compression !== 0 || size !== originalSize) throw new Refused(`${name} in it is compressed.`);
        return true;
      },
    });
    return new Map(Object.entries(found));
  } catch (error) {
    throw new Refused(`It is no ZIP archive as the log writes them: ${(error as Error).message}`, {
      cause: error,
    });
  }
};
