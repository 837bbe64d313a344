/** Answers that are made while they are read: who may have one, what frees it, and what becomes of one that cannot go on. */
import { MessageChannel } from 'node:worker_threads';
import { Rejected, StoreUnavailable, TooBusy } from '@pledgeline/event-sourcing';
import type { Asker, StreamedAnswer } from '@pledgeline/event-sourcing';
import { allOf, until } from '@pledgeline/event-sourcing/testing';
import type { FromThread } from './messages.ts';
import { openStreams } from './open-streams.ts';
import { placesFor } from './places.ts';
import { streamedAnswers } from './streamed-answers.ts';

const QUESTION = { name: 'exportBundle', input: {}, reader: {}, version: null };

const answerOf = (pieces: AsyncIterable<Uint8Array>): StreamedAnswer => ({
  ...{ mediaType: 'application/zip', fileName: null },
  pieces,
});

describe('their places', () => {
  const open = () => {
    const begun: AbortSignal[] = [];
    const stream = streamedAnswers({
      places: placesFor(),
      begin: (_, signal) => {
        begun.push(signal);
        return Promise.resolve(answerOf(two()));
      },
    });
    const ask = (account: string, hasSignedIn = false, gone = new AbortController()) => {
      const asker: Asker = { account, hasSignedIn, gone: gone.signal };
      return { gone, answer: stream({ ...QUESTION, cost: hasSignedIn ? 'EXPORT' : 'OPEN_EXPORT' }, asker) };
    };
    return { ask, begun };
  };
  async function* two(): AsyncGenerator<Uint8Array> {
    yield Promise.resolve(Buffer.of(1));
    yield Buffer.of(2);
  }

  it('who has not signed in has one at a time, until he has read it', async () => {
    const { ask } = open();
    const { pieces } = await ask('an address').answer;
    await expect(ask('an address').answer).rejects.toBeInstanceOf(TooBusy);
    expect(Buffer.concat(await allOf(pieces))).toEqual(Buffer.of(1, 2));
    await expect(ask('an address').answer).resolves.toBeDefined();
  });

  it('or until he goes away, whether he has begun to read or not', async () => {
    const { ask } = open();
    const left = ask('an address');
    await left.answer;
    left.gone.abort(new Error('hung up'));
    const reading = ask('an address');
    const { pieces } = await reading.answer;
    const iterator = pieces[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.return?.();
    await expect(ask('an address').answer).resolves.toBeDefined();
  });

  it('others who have not signed in wait behind two of them, and who has signed in does not', async () => {
    const { ask, begun } = open();
    await ask('one').answer;
    const second = ask('two');
    await second.answer;
    let third: StreamedAnswer | undefined;
    const waiting = ask('three').answer.then((answer) => (third = answer));
    await ask('an auditor', true).answer;
    expect([third, begun.length]).toEqual([undefined, 3]);
    second.gone.abort(new Error('hung up'));
    await waiting;
    expect(third).toBeDefined();
  });

  it('one that is refused gives its place back', async () => {
    let count = 0;
    const stream = streamedAnswers({
      places: placesFor(),
      begin: () => {
        count += 1;
        return Promise.reject(new Rejected('invalid', 'BUNDLE_TOO_LARGE', 'It is too large.'));
      },
    });
    const asker: Asker = { account: 'a', hasSignedIn: false, gone: new AbortController().signal };
    for (let n = 0; n < 3; n += 1)
      await expect(stream({ ...QUESTION, cost: 'OPEN_EXPORT' }, asker)).rejects.toBeInstanceOf(Rejected);
    expect(count).toBe(3);
  });
});

describe('in the thread that makes them', () => {
  const open = () => {
    const said: FromThread[] = [];
    const broken: unknown[] = [];
    const streams = openStreams(
      (message) => said.push(message),
      (error) => broken.push(error),
    );
    return { streams, said, broken };
  };
  /** Counts what was made, and says whether it was ended. */
  const counting = (upTo: number, failing?: Error) => {
    const made = { pieces: 0, isEnded: false };
    async function* pieces(): AsyncGenerator<Uint8Array> {
      try {
        for (let n = 0; n < upTo; n += 1) {
          if (failing !== undefined && n === upTo - 1) throw failing;
          made.pieces += 1;
          yield Promise.resolve(Uint8Array.of(n));
        }
      } finally {
        made.isEnded = true;
      }
    }
    return { made, begin: () => Promise.resolve(answerOf(pieces())) };
  };

  it('a piece is made when it is asked for, and not before', async () => {
    const { streams, said } = open();
    const { made, begin } = counting(3);
    await streams.begin(1, begin);
    expect([made.pieces, said]).toEqual([
      1,
      [{ id: 1, begun: { mediaType: 'application/zip', fileName: null } }],
    ]);
    for (const pieces of [1, 2, 3]) {
      await streams.next(1);
      expect([made.pieces, said.at(-1)]).toEqual([pieces, { id: 1, piece: Uint8Array.of(pieces - 1) }]);
    }
    await streams.next(1);
    expect([said.at(-1), made.isEnded]).toEqual([{ id: 1, piece: null }, true]);
  });

  it('what is wrong before the first piece is said instead of a beginning', async () => {
    const { streams, said, broken } = open();
    const refused = new Rejected('missing', 'PLEDGE_NOT_FOUND', 'There is none.');
    await streams.begin(1, () => Promise.reject(refused));
    await streams.begin(2, counting(1, new StoreUnavailable('It was changed.', 60)).begin);
    expect(said).toMatchObject([
      { id: 1, failure: { is: 'rejected', code: 'PLEDGE_NOT_FOUND' } },
      { id: 2, failure: { is: 'unavailable', message: 'It was changed.', retryAfterSeconds: 60 } },
    ]);
    expect(broken).toEqual([]);
  });

  it('what goes wrong after it ends the answer, and is told to the operator', async () => {
    const { streams, said, broken } = open();
    const fault = new StoreUnavailable('It was changed.', 60);
    await streams.begin(1, counting(2, fault).begin);
    await streams.next(1);
    await streams.next(1);
    expect([said.at(-1), broken]).toEqual([
      { id: 1, failure: expect.objectContaining({ is: 'unavailable' }) },
      [fault],
    ]);
  });

  it('one that is cancelled is ended, and frees what it holds; nothing more is made', async () => {
    const { streams, said, broken } = open();
    const { made, begin } = counting(100);
    await streams.begin(1, begin);
    await streams.next(1);
    streams.cancel(1);
    await until('it is ended', () => made.isEnded);
    await streams.next(1);
    expect([made.pieces, said.at(-1), broken]).toEqual([
      1,
      { id: 1, failure: expect.objectContaining({ is: 'unavailable' }) },
      [],
    ]);
  });

  it('all that are open are ended at once', async () => {
    const { streams } = open();
    const [one, other] = [counting(9), counting(9)];
    await streams.begin(1, one.begin);
    await streams.begin(2, other.begin);
    streams.cancelAll();
    await until('both are ended', () => one.made.isEnded && other.made.isEnded);
  });

  it('pieces are handed over, not copied', async () => {
    const { port1, port2 } = new MessageChannel();
    const streams = openStreams(
      (message, transferred = []) => port1.postMessage(message, [...transferred]),
      () => undefined,
    );
    const piece = new Uint8Array(1000);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield Promise.resolve(piece);
    }
    await streams.begin(1, () => Promise.resolve(answerOf(pieces())));
    await streams.next(1);
    expect(piece.length).toBe(0);
    port1.close();
    port2.close();
  });
});
