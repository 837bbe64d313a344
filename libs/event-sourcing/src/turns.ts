/** Work on one thing, one after the other in the order it came: who waits then finds what the one before has left. */
import { StoreUnavailable } from './rejected.ts';

/**
 * Runs the work when all that came before under this name has ended, well or badly. Names in use are held, no others.
 * @throws {StoreUnavailable} without trying, where the one before was left without an answer: who comes late in a long row would
 * wait through the time limits of all before him.
 */
export type TakeTurn = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export const turns = (): TakeTurn => {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name);
    const mine =
      before === undefined ? work() : before.then(work, (error: unknown) => afterFailure(error, work));
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
};

const afterFailure = <Result>(error: unknown, work: () => Promise<Result>): Promise<Result> => {
  if (error instanceof StoreUnavailable) throw error;
  return work();
};
