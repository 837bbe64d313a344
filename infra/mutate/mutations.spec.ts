import { mutated, mutationsOf } from './mutations.ts';

const changesOf = (source: string): readonly string[] =>
  mutationsOf(source).map((mutation) => mutated(source, mutation));

it.each([
  ['operators', 'const f = a <= b;', ['const f = a < b;']],
  ['numbers', 'const days = 1_000;', ['const days = 1001;']],
  ['guards', 'if (isOpen(a)) throw b;', ['if (true) throw b;', 'if (false) throw b;']],
  ['choices', 'const f = a() ? b : c;', ['const f = true ? b : c;', 'const f = false ? b : c;']],
  ['negations', 'const f = !a;', ['const f = a;']],
  ['truths', 'const f = true;', ['const f = false;']],
  ['constants', `const f = of('MS');`, [`const f = of('mutated');`]],
  [
    'roles',
    `const row = { roles: ['MS'] };`,
    [`const row = { roles: ['MS', 'IMPL'] };`, `const row = { roles: ['mutated'] };`],
  ],
])('%s are changed one at a time', (_, source, changed) => expect(changesOf(source)).toEqual(changed));

it.each([
  `import { a } from 'a';`,
  `export { a } from 'a';`,
  `type A = 'b' | 1;`,
  `interface A { readonly b: 'c' }`,
  `const a = {} as Readonly<Record<'b', 1>>;`,
])('what means nothing at run time stays as it is: %s', (source) => expect(changesOf(source)).toEqual([]));

it('only the lines that were asked for', () => {
  const source = 'a < 1;\nb < 2;\nc < 3;\n';
  expect(mutationsOf(source, [2, 2]).map(({ line, from }) => [line, from])).toEqual([
    [2, '<'],
    [2, '2'],
  ]);
});
