/** Archives of which every byte follows from their files: stored as they are, in their order, all of one time. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { Refused } from './refused.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** By its parts, so that it is the same in every time zone. */
const ONE_TIME = new Date(1980, 0, 1);

export const zipOf = (files: Files): Uint8Array => {
  const entries: Zippable = {};
  for (const [path, bytes] of files) entries[path] = [bytes, { level: 0, mtime: ONE_TIME }];
  return zipSync(entries);
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
