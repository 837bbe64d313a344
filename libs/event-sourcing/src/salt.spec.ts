import { newSalt } from './salt.ts';

const DRAWN = 20_000;

it('a salt is 32 lower-case hex digits, and none comes twice, however many were drawn', () => {
  const salts = Array.from({ length: DRAWN }, newSalt);
  for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(salts).size).toBe(DRAWN);
  // No byte is given out twice, not even as a part of two salts.
  expect(new Set(salts.flatMap((salt) => [salt.slice(0, 16), salt.slice(16)])).size).toBe(2 * DRAWN);
});
