// Which room may import which, and which packages may come in: the table of rooms, as lint. One constraint per tag.
import nx from '@nx/eslint-plugin';

const nest = ['@nestjs', 'class-transformer', 'class-validator', 'reflect-metadata', 'rxjs'];

const rooms = {
  'event-sourcing': { rooms: [], packages: ['lru-cache', 'uuid'] },
  contracts: { rooms: ['event-sourcing'], packages: ['typebox'] },
  transparency: { rooms: [], packages: ['fflate'] },
  pledge: { rooms: ['event-sourcing', 'contracts'], packages: [] },
  adapters: {
    rooms: ['event-sourcing', 'transparency'],
    packages: ['@kurrent/kurrentdb-client', 'kafkajs'],
  },
  'request-fields': { rooms: ['event-sourcing', 'contracts'], packages: nest },
  slice: {
    rooms: ['event-sourcing', 'contracts', 'transparency', 'pledge', 'request-fields'],
    packages: [...nest, 'csv-stringify', 'negotiator', 'typebox'],
  },
  runtime: {
    rooms: ['event-sourcing', 'contracts', 'transparency', 'adapters'],
    packages: [
      ...nest,
      '@fastify',
      '@prometheus-io/client',
      'cookie',
      'fastify',
      'helmet',
      'jose',
      'lru-cache',
      'negotiator',
      'openid-client',
      'pino',
    ],
  },
  app: { rooms: ['slice', 'runtime'], packages: nest },
  cli: {
    rooms: ['event-sourcing', 'contracts', 'transparency', 'pledge'],
    packages: ['chardet', 'cli-progress', 'commander', 'csv-parse', 'fflate', 'file-type', 'read-excel-file'],
  },
  console: {
    rooms: ['contracts', 'transparency'],
    packages: ['@tanstack/react-query', 'openapi-fetch', 'react', 'react-dom', 'wouter'],
  },
  bench: {
    rooms: ['event-sourcing', 'contracts', 'transparency', 'pledge', 'adapters', 'slice', 'runtime'],
    packages: ['*'],
  },
};

/** Packages that only tests may use. */
const testing = [
  '@asyncapi/parser',
  '@grpc/grpc-js',
  '@nestjs/testing',
  '@testcontainers/kafka',
  'ajv',
  'ajv-formats',
  'axe-core',
  'cloudevents',
  'csv-parse',
  'fast-check',
  'google-protobuf',
  'i18n-iso-countries',
  'kafkajs',
  'kubernetes-models',
  'oidc-provider',
  'playwright-core',
  'yaml',
];

/** Rooms that only tests may use: slices and services are tested on the stores and brokers that ship, and the console on services. */
const testingRooms = {
  slice: ['adapters'],
  app: ['adapters', 'contracts', 'event-sourcing', 'transparency'],
  console: ['adapters', 'event-sourcing', 'runtime'],
};

const constraints = (packages, more) =>
  Object.entries(rooms).map(([room, allowed]) => ({
    sourceTag: `room:${room}`,
    onlyDependOnLibsWithTags: [...allowed.rooms, ...(more[room] ?? [])].map((name) => `room:${name}`),
    allowedExternalImports: [...allowed.packages, ...packages].flatMap((name) => [name, `${name}/*`]),
  }));

const rule = (packages, more) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      allow: [],
      // Adapters are chosen at run time by `import()`; that must not forbid a type import of the same room.
      checkDynamicDependenciesExceptions: ['.*'],
      depConstraints: constraints(packages, more),
      enforceBuildableLibDependency: false,
    },
  ],
});

export const boundaries = [
  { files: ['{libs,apps}/**/*.{ts,tsx}'], plugins: { '@nx': nx }, rules: rule([], {}) },
  {
    files: ['{libs,apps}/**/*.spec.ts', '{libs,apps}/**/testing/**/*.ts', 'apps/console/test/**/*.ts'],
    rules: rule(testing, testingRooms),
  },
];
