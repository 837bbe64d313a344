/** What is asked for and not thrown is made without a stack; what is thrown all the same has one. */
import { Rejected, withoutStacks } from './rejected.ts';

const refused = (): Rejected => new Rejected('conflict', 'WRONG_ORDER', 'Not now.');

it('refusals that are asked for have no stack, and those made afterwards have theirs', () => {
  expect(withoutStacks(refused).stack).not.toContain('rejected.spec');
  expect(refused().stack).toContain('rejected.spec');
});

it('a fault is thrown with its stack', () => {
  const fails = (): never => {
    throw new TypeError('a fault');
  };
  const failure = (() => {
    try {
      return withoutStacks(fails);
    } catch (error) {
      return error as Error;
    }
  })();
  expect(failure.stack).toContain('rejected.spec');
  expect(refused().stack).toContain('rejected.spec');
});
