import { swcOptions } from './infra/node/swc-options.mjs';

if (Number.parseInt(process.versions.node, 10) < 24)
  throw new Error(`these tests need Node 24, and this is ${process.version}: use \`npm test -- <path>\``);

// Sources and ESM-only packages are compiled to CommonJS in tests only: no experimental flag, and about twice as
// fast as native ESM. Keep top-level await out of anything a spec imports.
const esmOnly = [
  '@borewit',
  '@nestjs',
  '@tokenizer',
  'commander',
  'content-disposition',
  'cookie',
  'file-type',
  'jose',
  'oidc-provider',
  'strtok3',
  'token-types',
  'typebox',
  'uint8array-extras',
  'uuid',
];

export default {
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/infra'],
  testMatch: ['**/*.spec.ts'],
  // Many start processes, on machines that may be busy: it ends what hangs, and measures nothing.
  testTimeout: 30_000,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.int\\.spec\\.ts$', '<rootDir>/apps/bench/peers/'],
  modulePathIgnorePatterns: ['<rootDir>/(libs|apps)/[^/]+/dist/', '<rootDir>/apps/bench/peers/'],
  transform: { '\\.(ts|js|mjs)$': ['@swc/jest', swcOptions('commonjs')] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  testEnvironmentOptions: { customExportConditions: ['@pledgeline/source', 'node', 'node-addons'] },
};
