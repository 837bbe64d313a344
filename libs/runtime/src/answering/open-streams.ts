/** Answers that are made while they are read, as the thread that makes them keeps them: one piece of each at a time. */
import { StoreUnavailable } from '@pledgeline/event-sourcing';
import type { StreamedAnswer } from '@pledgeline/event-sourcing';
import { failureOf } from './messages.ts';
import type { FromThread } from './messages.ts';

export interface OpenStreams {
  /** Makes the first piece of one, and says what it is. */
  begin(id: number, open: (signal: AbortSignal) => Promise<StreamedAnswer>): Promise<void>;
  /** Hands over the next piece of it. */
  next(id: number): Promise<void>;
  /** Ends it, and frees what it holds; nothing is said of one that is not open. */
  cancel(id: number): void;
  cancelAll(): void;
}

interface Stream {
  readonly ending: AbortController;
  pieces?: AsyncIterator<Uint8Array>;
  first?: IteratorResult<Uint8Array> | undefined;
}

const AGAIN_AFTER_S = 2;

/** @param onBroken told of an answer that could not be made to its end, which its reader sees as one that ends early. */
export const openStreams = (
  post: (message: FromThread, transferred?: readonly ArrayBuffer[]) => void,
  onBroken: (error: unknown) => void,
): OpenStreams => {
  const open = new Map<number, Stream>();

  const cancel = (id: number): void => {
    const stream = open.get(id);
    if (stream === undefined) return;
    open.delete(id);
    stream.ending.abort(new Error('nobody waits for the answer'));
    // What it holds; an error is what it was ended by.
    stream.pieces?.return?.().catch(() => undefined);
  };

  const failed = (id: number, error: unknown): void => {
    open.delete(id);
    post({ id, failure: failureOf(error) });
  };

  const hand = (id: number, { done, value }: IteratorResult<Uint8Array>): void => {
    if (done === true) {
      open.delete(id);
      post({ id, piece: null });
    } else post({ id, piece: value }, [value.buffer as ArrayBuffer]);
  };

  return {
    begin: async (id, opening) => {
      const stream: Stream = { ending: new AbortController() };
      open.set(id, stream);
      try {
        const { signal } = stream.ending;
        const { mediaType, fileName, pieces } = await opening(signal);
        stream.pieces = pieces[Symbol.asyncIterator]();
        stream.first = await stream.pieces.next();
        signal.throwIfAborted();
        post({ id, begun: { mediaType, fileName } });
      } catch (error) {
        failed(id, error);
      }
    },
    next: async (id) => {
      const stream = open.get(id);
      try {
        // Of a thread before this one.
        if (stream?.pieces === undefined) throw new StoreUnavailable('The answer was ended.', AGAIN_AFTER_S);
        const { first } = stream;
        stream.first = undefined;
        hand(id, first ?? (await stream.pieces.next()));
      } catch (error) {
        if (stream?.ending.signal.aborted === false) onBroken(error);
        failed(id, error);
      }
    },
    cancel,
    cancelAll: () => {
      for (const id of [...open.keys()]) cancel(id);
    },
  };
};
