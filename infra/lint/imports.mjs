// Finer than rooms: which files of a room may import what. A later block replaces the rule of an earlier one, so each
// is composed in full.
import { builtinModules } from 'node:module';

const index = {
  regex: String.raw`^\.{1,2}/(.*/)?index(\.[jt]s)?$`,
  message: 'An index is for other libs; inside a lib import the file itself.',
};
const drivers = Object.entries({
  sqlite: 'node:sqlite',
  kurrentdb: '@kurrent/kurrentdb-client',
  kafka: 'kafkajs',
}).map(([folder, name]) => ({ name, message: `The driver lives in libs/adapters/src/${folder} only.` }));
const driversBut = (own) => drivers.filter(({ name }) => name !== own);
const builtins = {
  regex: `^(node:.*|(${builtinModules.map((name) => name.replace('/', String.raw`\/`)).join('|')}))$`,
  message: 'The domain is pure: time, ids and looked-up facts arrive in the command.',
};
const hashesOnly = {
  regex: `${builtins.regex.slice(0, -1)}(?<!^node:(crypto|zlib))$`,
  message: 'Proofs are pure: of Node they have node:crypto and node:zlib.',
};
const inBrowsers = { ...builtins, message: 'A browser has no modules of Node.' };
const nest = {
  regex: '^(@nestjs/|class-validator|class-transformer|reflect-metadata|rxjs|fastify|@fastify/)',
  message: 'In a slice Nest lives in *.controller.ts, *.request.ts, *.module.ts and *.consumer.ts only.',
};
const appending = [
  { name: '@pledgeline/event-sourcing', importNames: ['handleCommand'] },
  { name: '@pledgeline/pledge', importNames: ['pledgeCommands'] },
].map((banned) => ({ ...banned, message: 'Reporting appends nothing.' }));

/** Pure files that a browser loads, too: what the door `checks` of transparency reaches. */
const checkedInBrowsers = [
  'canonical',
  'checkpoint-text',
  'checks',
  'control-characters',
  'cosignature',
  'event-rule',
  'hash-texts',
  'hashing',
  'key-statement',
  'key-text',
  'note-text',
  'opened-units',
  'proof-checks',
  'refused',
];
const besideChecks = {
  regex: String.raw`^\./(?!(${checkedInBrowsers.join('|')})\.ts$)`,
  message: 'A browser loads this file: it imports none that needs Node.',
};

/** The pages speak HTTP: of what is ours they know the reference data, the words of codes, and how a proof is checked. */
const referenceOnly = {
  regex: '^@pledgeline/(?!(contracts/reference|transparency/checks)$)',
  message:
    'The console asks the API; of other rooms it has the reference data and the checks of proofs only.',
};

const restricted = ({ paths = drivers, patterns = [] }) => ({
  'no-restricted-imports': ['error', { paths, patterns: [index, ...patterns] }],
});

const nestFiles = ['controller', 'request', 'module', 'consumer', 'spec'].map((role) => `**/*.${role}.ts`);

export const imports = [
  { files: ['**/*.{ts,tsx}', '**/*.mjs'], rules: restricted({}) },
  { files: ['libs/adapters/src/sqlite/**/*.ts'], rules: restricted({ paths: driversBut('node:sqlite') }) },
  {
    files: ['libs/adapters/src/kurrentdb/**/*.ts'],
    rules: restricted({ paths: driversBut('@kurrent/kurrentdb-client') }),
  },
  { files: ['libs/adapters/src/kafka/**/*.ts'], rules: restricted({ paths: driversBut('kafkajs') }) },
  {
    files: ['libs/pledge/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: restricted({ patterns: [builtins] }),
  },
  {
    files: ['libs/transparency/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: restricted({ patterns: [hashesOnly] }),
  },
  {
    files: checkedInBrowsers.map((name) => `libs/transparency/src/${name}.ts`),
    rules: {
      ...restricted({ patterns: [inBrowsers, besideChecks] }),
      'no-restricted-globals': ['error', { name: 'Buffer', message: inBrowsers.message }],
    },
  },
  {
    files: ['libs/{intake,verification}/src/**/*.ts'],
    ignores: nestFiles,
    rules: restricted({ patterns: [nest] }),
  },
  { files: ['libs/reporting/src/**/*.ts'], rules: restricted({ paths: [...drivers, ...appending] }) },
  {
    files: ['apps/console/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts'],
    rules: restricted({ patterns: [referenceOnly, inBrowsers] }),
  },
  {
    files: ['libs/reporting/src/**/*.ts'],
    ignores: nestFiles,
    rules: restricted({ paths: [...drivers, ...appending], patterns: [nest] }),
  },
];
