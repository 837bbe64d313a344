/** What is to be read, as bytes: a file, which can be read again from its beginning, or a pipe, which cannot. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CliError, EXIT } from '../exit-codes.ts';

export interface Input {
  /** The first bytes; all of them where there are no more. */
  readonly head: Buffer;
  /** Null for a pipe. */
  readonly size: number | null;
  /** From the beginning; of a pipe once only. */
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** Enough for any header, and for the marks of files that are no text. */
const HEAD = 65_536;

/** @throws {CliError} for what cannot be opened. */
export const openInput = async (file: string): Promise<Input> => {
  if (file === '-') return pipeInput(process.stdin);
  try {
    const found = await stat(file);
    // Whatever gives its bytes once, such as a named pipe.
    if (!found.isFile()) return await pipeInput(await opened(file));
    const [head] = await beginningOf(await opened(file, HEAD - 1));
    return { head, size: found.size, bytes: () => createReadStream(file) };
  } catch (error) {
    throw new CliError(EXIT.usage, `the file cannot be read: ${(error as Error).message}`);
  }
};

const opened = async (file: string, end = Infinity): Promise<AsyncIterable<Buffer>> => {
  const stream = createReadStream(file, { end });
  await once(stream, 'open');
  return stream;
};

const pipeInput = async (stream: AsyncIterable<Buffer>): Promise<Input> => {
  const [head, rest] = await beginningOf(stream);
  const bytes = async function* (): AsyncGenerator<Buffer> {
    try {
      yield head;
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  };
  return { head, size: null, bytes };
};

const beginningOf = async (stream: AsyncIterable<Buffer>): Promise<[Buffer, AsyncIterator<Buffer>]> => {
  const chunks: Buffer[] = [];
  const chunk = stream[Symbol.asyncIterator]();
  for (let length = 0; length < HEAD;) {
    const next = await chunk.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  return [Buffer.concat(chunks), chunk];
};
