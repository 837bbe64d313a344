/** Lets one piece of work wait for another, first come first served: nobody reads rows while they are written. */
export type OneAtATime = <Result>(work: () => Promise<Result>) => Promise<Result>;

export const oneAtATime = (): OneAtATime => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
};
