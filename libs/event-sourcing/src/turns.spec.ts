import { Rejected, StoreUnavailable } from './rejected.ts';
import { turns } from './turns.ts';

/** Work that ends when it is told to, and says when it began. */
const work = (began: string[], name: string) => {
  let end = (_error?: Error): void => undefined;
  const ended = new Promise<string>((resolve, reject) => {
    end = (error) => {
      if (error === undefined) resolve(name);
      else reject(error);
    };
  });
  return { end: (error?: Error) => end(error), run: () => (began.push(name), ended) };
};

const three = () => {
  const began: string[] = [];
  const inTurn = turns();
  const [one, two, other] = ['one', 'two', 'other'].map((name) => work(began, name));
  if (!one || !two || !other) throw new Error('three were made');
  return { began, inTurn, one, two, other };
};

it('the second begins when the first has ended; another name waits for nobody', async () => {
  const { began, inTurn, one, two, other } = three();
  const answers = [inTurn('a', one.run), inTurn('a', two.run), inTurn('b', other.run)];
  expect(began).toEqual(['one', 'other']);
  other.end();
  expect(await answers[2]).toBe('other');
  expect(began).toEqual(['one', 'other']);
  one.end();
  await answers[0];
  two.end();
  expect(await Promise.all(answers)).toEqual(['one', 'two', 'other']);
  expect(began).toEqual(['one', 'other', 'two']);
});

it('a failure is of its own work only', async () => {
  const { inTurn, one, two } = three();
  const answers = [inTurn('a', one.run), inTurn('a', two.run)];
  one.end(new Rejected('invalid', 'NO', 'No.'));
  two.end();
  await expect(answers[0]).rejects.toThrow(Rejected);
  expect(await answers[1]).toBe('two');
});

it('who waited when the store gave no answer is told so at once, and who comes later is tried', async () => {
  const { began, inTurn, one, two, other } = three();
  const answers = [inTurn('a', one.run), inTurn('a', two.run)];
  one.end(new StoreUnavailable('away', 1));
  await expect(answers[0]).rejects.toThrow(StoreUnavailable);
  await expect(answers[1]).rejects.toThrow(StoreUnavailable);
  other.end();
  expect(await inTurn('a', other.run)).toBe('other');
  expect(began).toEqual(['one', 'other']);
});
