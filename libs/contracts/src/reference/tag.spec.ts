import { TAGS, tags } from './tag.ts';

it('every code is there once, and is one word', () => {
  expect(new Set(TAGS).size).toBe(TAGS.length);
  for (const code of TAGS) expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
});

it('has the eight commitments of A4P and the seven priorities of A4P+', () => {
  const count = (list: string) => tags.filter((tag) => tag.list === list).length;
  expect([count('A4P'), count('A4P_PLUS')]).toEqual([8, 7]);
});
