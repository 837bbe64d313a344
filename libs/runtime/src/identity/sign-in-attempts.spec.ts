import fc from 'fast-check';
import { TooManyRequests } from '../hardening/too-many-requests.ts';
import { NotSignedIn } from './not-signed-in.ts';
import { MOST_WAITING, signInAttempts } from './sign-in-attempts.ts';
import type { Attempt } from './sign-in-attempts.ts';

const wrong = (): Promise<never> => Promise.reject(new NotSignedIn('SIGN_IN_REFUSED', 'It is wrong.'));
const right = (): Promise<string> => Promise.resolve('in');

/** As at a door: what is right is seen to fit. */
const tried = (attempt: Attempt, account: string, check: () => Promise<string>): Promise<string> =>
  attempt(account, () => check === right, check);

type Outcome = 'in' | 'refused' | 'too many';
const outcomeOf = (attempted: Promise<string>): Promise<Outcome> =>
  attempted.then(
    () => 'in',
    (error: unknown) => {
      if (error instanceof TooManyRequests) return 'too many';
      if (error instanceof NotSignedIn) return 'refused';
      throw error;
    },
  );

const HELD = 1 + MOST_WAITING;

it('of 150 wrong secrets at once one is checked at a time, ten wait, and the others are refused unchecked', async () => {
  const attempt = signInAttempts(30, () => 0);
  let checked = 0;
  let together = 0;
  let most = 0;
  const slow = async (): Promise<never> => {
    checked += 1;
    together += 1;
    most = Math.max(most, together);
    await new Promise((later) => setImmediate(later));
    together -= 1;
    return wrong();
  };
  const outcomes = await Promise.all(
    Array.from({ length: 150 }, () => outcomeOf(tried(attempt, 'desk', slow))),
  );
  expect(outcomes.filter((one) => one === 'refused')).toHaveLength(HELD);
  expect(outcomes.filter((one) => one === 'too many')).toHaveLength(150 - HELD);
  expect([checked, most]).toEqual([HELD, 1]);
});

it('whoever has the right secret comes in behind any number of wrong ones, and another account is not concerned', async () => {
  const attempt = signInAttempts(3, () => 0);
  const inTurn: Outcome[] = [];
  for (const check of [wrong, wrong, wrong, wrong, wrong, right, wrong])
    inTurn.push(await outcomeOf(tried(attempt, 'desk', check)));
  expect(inTurn).toEqual(['refused', 'refused', 'refused', 'too many', 'too many', 'in', 'too many']);
  expect(await outcomeOf(tried(attempt, 'ms', wrong))).toBe('refused');
});

it.each([1, 30])('beyond %i tries a wrong secret is not checked at all, in turn or at once', async (most) => {
  const attempt = signInAttempts(most, () => 0);
  let checked = 0;
  const counted = (): Promise<never> => {
    checked += 1;
    return wrong();
  };
  for (let n = 0; n < 150; n += 1) await outcomeOf(tried(attempt, 'desk', counted));
  expect(checked).toBe(most);
  await Promise.all(Array.from({ length: 150 }, () => outcomeOf(tried(attempt, 'desk', counted))));
  expect(checked).toBe(most);
  expect(await outcomeOf(tried(attempt, 'desk', right))).toBe('in');
});

it('those at once are counted before they are checked: no more than the limit are refused as wrong', async () => {
  const attempt = signInAttempts(5, () => 0);
  const outcomes = await Promise.all(
    Array.from({ length: HELD }, () => outcomeOf(tried(attempt, 'desk', wrong))),
  );
  expect(outcomes.filter((one) => one === 'refused')).toHaveLength(5);
});

it('what fails for another reason is thrown as it is', async () => {
  const attempt = signInAttempts(1, () => 0);
  const broken = (): Promise<never> => Promise.reject(new Error('the disk'));
  const tries = [1, 2].map(() => attempt('desk', () => true, broken));
  for (const each of tries) await expect(each).rejects.toThrow('the disk');
});

it('a refusal says when the minute is over, and then it begins anew', async () => {
  let now = 0;
  const attempt = signInAttempts(1, () => now);
  await outcomeOf(tried(attempt, 'desk', wrong));
  now = 18_500;
  await expect(tried(attempt, 'desk', wrong)).rejects.toMatchObject({ retryAfterSeconds: 42 });
  now = 60_000;
  expect(await outcomeOf(tried(attempt, 'desk', wrong))).toBe('refused');
});

/** In turn, or all at once. */
const run = (
  attempt: Attempt,
  checks: readonly (() => Promise<string>)[],
  atOnce: boolean,
): Promise<Outcome[]> =>
  atOnce
    ? Promise.all(checks.map((check) => outcomeOf(tried(attempt, 'desk', check))))
    : checks.reduce<Promise<Outcome[]>>(
        async (before, check) => [...(await before), await outcomeOf(tried(attempt, 'desk', check))],
        Promise.resolve([]),
      );

it('in any mix and number: the right ones that are checked come in, the wrong ones never, and only so many are answered that they are wrong', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      async (fits, most, atOnce) => {
        const checks = fits.map((fit) => (fit ? right : wrong));
        const outcomes = await run(
          signInAttempts(most, () => 0),
          checks,
          atOnce,
        );
        let held = 0;
        outcomes.forEach((outcome, at) => {
          const isFull = atOnce && held === HELD;
          if (fits[at] || at < most) held += 1;
          expect(outcome).toBe(isFull ? 'too many' : fits[at] ? 'in' : at < most ? 'refused' : 'too many');
        });
      },
    ),
  );
});
