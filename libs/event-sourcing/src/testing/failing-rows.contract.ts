/** Which event is named when a row that it makes fails where no event is at hand. Part of the contract of views. */
import { HandlingFailed } from '../delivery.ts';
import type { AppendedEvent } from '../event.ts';
import { project } from '../project.ts';
import type { Projection } from '../project.ts';
import type { Views } from '../views.ts';
import { counterCatalogue, recordedStream } from './counter.ts';

interface Last {
  readonly amount: number;
}

const last: Projection<Last> = {
  name: 'last',
  version: 1,
  columns: {},
  handles: ['Added'],
  keyOf: (event) => event.stream,
  apply: (_, event) => ({ amount: ((event as AppendedEvent).data as Last).amount }),
};

const mustNotBe99 = ({ amount }: Last): number => {
  if (amount === 99) throw new Error('ninety-nine');
  return amount;
};

export const failingRowsContract = (
  open: () => Promise<{ views: Views; close: () => Promise<void> }>,
): void => {
  it.each<readonly [string, Partial<Projection<Last>>]>([
    ['a column of its row', { columns: { amount: mustNotBe99 } }],
    [
      'what follows from its row',
      {
        follow: {
          changed: (changed) => {
            for (const { row } of changed) mustNotBe99(row as Last);
            return Promise.resolve([]);
          },
          all: async function* () {
            yield await Promise.resolve([]);
          },
        },
      },
    ],
  ])(
    'an event is named that fails in %s; what came before it stays, and what comes after it can',
    async (_, more) => {
      const { views, close } = await open();
      const projection = { ...last, ...more };
      await views.define([projection]);
      const projector = project(views, [projection], counterCatalogue, () => Promise.resolve([]));
      const [before, culprit, after] = [
        recordedStream('a', [1]),
        recordedStream('b', [99]),
        recordedStream('c', [2]),
      ] as const;
      const applied = () => views.lastApplied(['a', 'b', 'c']);
      // It is tried again before the group stops.
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        const failure = await projector
          .handle([...before, ...culprit, ...after])
          .catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(HandlingFailed);
        expect(failure).toMatchObject({ event: culprit[0], cause: { message: 'ninety-nine' } });
        expect(await applied()).toEqual(new Map([['a', 0]]));
      }
      await projector.handle(after);
      expect([...(await applied()).keys()].toSorted()).toEqual(['a', 'c']);
      await close();
    },
  );
};
