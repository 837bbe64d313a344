// How a source file looks, and what the domain may not touch: a decision that reads a clock cannot be replayed.
const noStar = {
  selector: 'ExportAllDeclaration',
  message: 'An index names what it exports: no `export *`.',
};
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };
const noLazy = { selector: 'ImportExpression', message: 'The domain loads nothing at run time.' };
const noNow = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'The domain reads no clock: the time arrives in the command.',
};
const noDateCall = { selector: 'CallExpression[callee.name="Date"]', message: noNow.message };
const impure = 'The domain is pure: time, ids and looked-up facts arrive in the command.';

const typescript = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  // `it('…', () => given(…).thenNothing())` reads better without braces.
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // It gives a name to a type that is derived.
  '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
  // Marked deprecated to stand out: it is for an issuer on a loopback address, and the settings take http for no other.
  '@typescript-eslint/no-deprecated': [
    'error',
    { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
  ],
  // Nest modules are classes with a decorator and nothing else.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  // Nest declares its options as classes, and its documentation fills them with literals.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export const style = [
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      ...typescript,
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', noStar, noDefault],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/*.data.ts', '**/generated/**'],
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }] },
  },
  {
    // One chapter of a pledge is read from top to bottom: fold, decisions, rows.
    files: ['libs/pledge/src/*/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'max-lines': ['error', { max: 500 }] },
  },
  { files: ['apps/**/*.ts', '**/*.spec.ts'], rules: { 'no-console': 'off' } },
  {
    // Tests read answers of unknown shape and hand in what the types forbid.
    files: ['**/*.spec.ts', '**/testing/**/*.ts', 'apps/console/test/**/*.ts'],
    rules: {
      // Its types bring it along; Node, which loads the tests, does not.
      'no-restricted-globals': ['error', { name: 'jest', message: 'There are no mocks: see decision 37.' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['libs/pledge/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', noStar, noDefault, noLazy, noNow, noDateCall],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: impure },
        { object: 'Math', property: 'random', message: impure },
      ],
      'no-restricted-globals': [
        'error',
        ...[
          'Buffer',
          'console',
          'crypto',
          'fetch',
          'global',
          'globalThis',
          'performance',
          'process',
          'queueMicrotask',
          'setImmediate',
          'setInterval',
          'setTimeout',
        ].map((name) => ({ name, message: impure })),
      ],
    },
  },
];
