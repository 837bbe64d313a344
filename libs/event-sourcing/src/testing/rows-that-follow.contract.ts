/** What rows are told that follow from those of other views. Part of the contract of views. */
import type { AppendedEvent } from '../event.ts';
import { project, type ChangedRow, type Projection } from '../project.ts';
import type { Views } from '../views.ts';
import { counterCatalogue, recordedStream } from './counter.ts';

interface Added {
  readonly amount: number;
}

interface Kept {
  readonly first: Added;
  readonly count: number;
}

/** Gone with the tenth. */
const kept: Projection<Kept> = {
  name: 'kept',
  version: 1,
  columns: {},
  handles: ['Added'],
  keyOf: ({ stream }) => stream,
  apply: (row, event) => {
    const added = (event as AppendedEvent).data as Added;
    return added.amount === 10 ? undefined : { first: row?.first ?? added, count: (row?.count ?? 0) + 1 };
  },
};

export const rowsThatFollowContract = (
  open: () => Promise<{ views: Views; close: () => Promise<void> }>,
): void => {
  it('rows that follow are told of each row before the batch and after it; what is as before is the same object', async () => {
    const { views, close } = await open();
    const told: (readonly ChangedRow[])[] = [];
    const following: Projection<unknown> = {
      ...{ name: 'following', version: 1, columns: {}, handles: [] },
      keyOf: ({ stream }) => stream,
      apply: (row) => row,
      follow: {
        changed: (changed) => {
          told.push(changed);
          return Promise.resolve([]);
        },
        all: async function* () {
          yield await Promise.resolve([]);
        },
      },
    };
    await views.define([kept, following]);
    const projector = project(views, [kept, following], counterCatalogue, () => Promise.resolve([]));
    const [first, ...others] = recordedStream('a', [1, 2, 3, 10]);
    await projector.handle(first === undefined ? [] : [first]);
    await projector.handle([...others.slice(0, 2), ...recordedStream('b', [4])]);
    await projector.handle(others.slice(2));

    const [one, three] = [1, 3].map((count) => ({ first: { amount: 1 }, count }));
    expect(told).toEqual([
      [{ view: 'kept', key: 'a', row: one, before: null }],
      [
        { view: 'kept', key: 'a', row: three, before: one },
        { view: 'kept', key: 'b', row: { first: { amount: 4 }, count: 1 }, before: null },
      ],
      [{ view: 'kept', key: 'a', row: null, before: three }],
    ]);
    const { row, before } = told[1]?.[0] as { readonly row: Kept; readonly before: Kept };
    expect(row.first).toBe(before.first);
    await close();
  });
};
