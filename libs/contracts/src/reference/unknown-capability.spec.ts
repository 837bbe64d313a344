/** A code that nobody knows is refused with those that may have been meant: misspelt, of the same kind, or written as a name. */
import { capabilities } from './capability.ts';
import { unknownCapability } from './unknown-capability.ts';

it.each([
  ['INF-COY', 'INF-BN'],
  ['inf-bm', 'INF-BN'],
  ['HOSP-L4', 'HOSP-L2'],
  ['HEL', 'HEL-UTL'],
])('%s may mean %s', (written, meant) => {
  const refusal = unknownCapability('capabilityCode', written);
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'UNKNOWN_CAPABILITY' });
  expect(refusal.details).toMatchObject({
    field: 'capabilityCode',
    nearest: expect.arrayContaining([meant]),
  });
  expect(refusal.message).toContain(meant);
});

it.each(['', '-', 'unicorns', 'x'.repeat(400)])(
  '%j is near to none, and says where the codes are',
  (written) => {
    const { message, details } = unknownCapability('slots', written, { slot: 'qrf-1' });
    expect(details).toEqual({ field: 'slots', nearest: [], slot: 'qrf-1' });
    expect(message).toContain('GET /taxonomy');
  },
);

it('at most five are named, and each of them is a code', () => {
  for (const { code } of capabilities) {
    const { nearest } = unknownCapability('capabilityCode', `${code}X`).details as { nearest: string[] };
    expect(nearest.length).toBeLessThanOrEqual(5);
    expect(nearest[0]).toBe(code);
    expect(capabilities.map((one) => one.code)).toEqual(expect.arrayContaining(nearest));
  }
});
