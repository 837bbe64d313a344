/** A rule that nobody has seen fail is not a rule: each ban of eslint.config.mjs is broken once, and caught. Long because every ban has its example. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

type Broken = { rule: string; message: string };
type Example = { says: string; file: string; text: string; breaks?: string };

const rooms = '@nx/enforce-module-boundaries';
const files = 'no-restricted-imports';

const forbidden: Example[] = [
  {
    says: 'the ground floor imports no other room',
    file: 'libs/event-sourcing/src/made-up.ts',
    text: `import { eventContracts } from '@pledgeline/contracts';\nexport const a = eventContracts;`,
    breaks: rooms,
  },
  {
    says: 'contracts do not know the domain',
    file: 'libs/contracts/src/made-up.ts',
    text: `import { pledge } from '@pledgeline/pledge';\nexport const a = pledge;`,
    breaks: rooms,
  },
  {
    says: 'contracts do not know Nest',
    file: 'libs/contracts/src/made-up.ts',
    text: `import { Module } from '@nestjs/common';\nexport const a = Module;`,
    breaks: rooms,
  },
  {
    says: 'the domain does not know Nest',
    file: 'libs/pledge/src/made-up.ts',
    text: `import { Injectable } from '@nestjs/common';\nexport const a = Injectable;`,
    breaks: rooms,
  },
  {
    says: 'the domain does not know an adapter',
    file: 'libs/pledge/src/made-up.ts',
    text: `import { sqliteEventStore } from '@pledgeline/adapters/sqlite';\nexport const a = sqliteEventStore;`,
    breaks: rooms,
  },
  {
    says: 'proofs know no other room',
    file: 'libs/transparency/src/made-up.ts',
    text: `import { newId } from '@pledgeline/event-sourcing';\nexport const a = newId;`,
    breaks: rooms,
  },
  {
    says: 'proofs read no file',
    file: 'libs/transparency/src/made-up.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;`,
    breaks: files,
  },
  {
    says: 'adapters know no business word',
    file: 'libs/adapters/src/sqlite/made-up.ts',
    text: `import { eventContracts } from '@pledgeline/contracts';\nexport const a = eventContracts;`,
    breaks: rooms,
  },
  {
    says: 'one slice never imports another',
    file: 'libs/intake/src/made-up.ts',
    text: `import { VerificationModule } from '@pledgeline/verification';\nexport const a = VerificationModule;`,
    breaks: rooms,
  },
  {
    says: 'a relative path is no way around a room',
    file: 'libs/intake/src/made-up.ts',
    text: `import { a } from '../../verification/src/made-up.ts';\nexport const b = a;`,
    breaks: rooms,
  },
  {
    says: 'a slice does not choose its adapter',
    file: 'libs/verification/src/made-up.ts',
    text: `export const a = () => import('@pledgeline/adapters/sqlite');`,
    breaks: rooms,
  },
  {
    says: 'the runtime knows no slice',
    file: 'libs/runtime/src/made-up.ts',
    text: `import { IntakeModule } from '@pledgeline/intake';\nexport const a = IntakeModule;`,
    breaks: rooms,
  },
  {
    says: 'an app holds no domain logic',
    file: 'apps/standalone/src/made-up.ts',
    text: `import { pledge } from '@pledgeline/pledge';\nexport const a = pledge;`,
    breaks: rooms,
  },
  {
    says: 'the command line speaks HTTP only',
    file: 'apps/cli/src/made-up.ts',
    text: `import { sqliteEventStore } from '@pledgeline/adapters/sqlite';\nexport const a = sqliteEventStore;`,
    breaks: rooms,
  },
  {
    says: 'the console speaks HTTP only',
    file: 'apps/console/src/made-up.ts',
    text: `export const a = () => import('@pledgeline/adapters/sqlite');`,
    breaks: rooms,
  },
  {
    says: 'of contracts the console has the reference data only',
    file: 'apps/console/src/made-up.tsx',
    text: `import { eventContracts } from '@pledgeline/contracts';\nexport const a = eventContracts;`,
    breaks: files,
  },
  {
    says: 'of proofs the console has the checks only',
    file: 'apps/console/src/made-up.tsx',
    text: `import { verifierOf } from '@pledgeline/transparency';\nexport const a = verifierOf;`,
    breaks: files,
  },
  {
    says: 'what a browser checks with imports nothing that needs Node',
    file: 'libs/transparency/src/proof-checks.ts',
    text: `import { hexHash } from './hash.ts';\nexport const a = hexHash;`,
    breaks: files,
  },
  {
    says: 'what a browser checks with uses no module of Node',
    file: 'libs/transparency/src/hashing.ts',
    text: `import { hash } from 'node:crypto';\nexport const a = hash;`,
    breaks: files,
  },
  {
    says: 'what a browser checks with has no Buffer',
    file: 'libs/transparency/src/hash-texts.ts',
    text: `export const a = Buffer.alloc(1);`,
    breaks: 'no-restricted-globals',
  },
  {
    says: 'a page drives no browser',
    file: 'apps/console/src/made-up.tsx',
    text: `import { chromium } from 'playwright-core';\nexport const a = chromium;`,
    breaks: rooms,
  },
  {
    says: 'test tools stay in tests',
    file: 'libs/pledge/src/made-up.ts',
    text: `import fc from 'fast-check';\nexport const a = fc;`,
    breaks: rooms,
  },
  {
    says: 'the domain reads no file',
    file: 'libs/pledge/src/made-up.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;`,
    breaks: files,
  },
  {
    says: 'the domain reads no file under the old name either',
    file: 'libs/pledge/src/made-up.ts',
    text: `import { readFile } from 'fs/promises';\nexport const a = readFile;`,
    breaks: files,
  },
  {
    says: 'Nest stays in the files of a slice that are named for it',
    file: 'libs/intake/src/made-up.policy.ts',
    text: `import { Injectable } from '@nestjs/common';\nexport const a = Injectable;`,
    breaks: files,
  },
  {
    says: 'so does class-validator',
    file: 'libs/reporting/src/made-up.projection.ts',
    text: `import { IsString } from 'class-validator';\nexport const a = IsString;`,
    breaks: files,
  },
  {
    says: 'reporting appends nothing',
    file: 'libs/reporting/src/made-up.controller.ts',
    text: `import { handleCommand } from '@pledgeline/event-sourcing';\nexport const a = handleCommand;`,
    breaks: files,
  },
  {
    says: 'the SQLite driver stays in its adapter',
    file: 'libs/runtime/src/made-up.ts',
    text: `import { DatabaseSync } from 'node:sqlite';\nexport const a = DatabaseSync;`,
    breaks: files,
  },
  {
    says: 'a lib does not go through its own door',
    file: 'libs/contracts/src/events/made-up.ts',
    text: `import { a } from '../index.ts';\nexport const b = a;`,
    breaks: files,
  },
  {
    says: 'a lib does not import itself by name',
    file: 'libs/contracts/src/made-up.ts',
    text: `import { a } from '@pledgeline/contracts';\nexport const b = a;`,
    breaks: rooms,
  },
  {
    says: 'the domain reads no clock',
    file: 'libs/pledge/src/made-up.ts',
    text: `export const a = new Date();`,
    breaks: 'no-restricted-syntax',
  },
  {
    says: 'nor Date.now',
    file: 'libs/pledge/src/made-up.ts',
    text: `export const a = Date.now();`,
    breaks: 'no-restricted-properties',
  },
  {
    says: 'nor chance',
    file: 'libs/pledge/src/made-up.ts',
    text: `export const a = Math.random();`,
    breaks: 'no-restricted-properties',
  },
  {
    says: 'nor its process',
    file: 'libs/pledge/src/made-up.ts',
    text: `export const a = process.env;`,
    breaks: 'no-restricted-globals',
  },
  {
    says: 'a door names what it lets through',
    file: 'libs/contracts/src/index.ts',
    text: `export * from './made-up.ts';`,
    breaks: 'no-restricted-syntax',
  },
  {
    says: 'a file has one idea',
    file: 'libs/pledge/src/made-up.ts',
    text: Array.from({ length: 251 }, (_, n) => `export const a${String(n)} = ${String(n)};`).join('\n'),
    breaks: 'max-lines',
  },
  {
    says: 'no comment switches a rule off',
    file: 'libs/pledge/src/made-up.ts',
    text: `// eslint-disable-next-line no-restricted-syntax\nexport const a = new Date();`,
    breaks: 'no-restricted-syntax',
  },
];

const allowed: Example[] = [
  {
    says: 'a decision imports its contracts',
    file: 'libs/pledge/src/made-up.ts',
    text: `import { eventContracts } from '@pledgeline/contracts';\nexport const a = [eventContracts, new Date(0)];`,
  },
  {
    says: 'a controller imports Nest and the domain',
    file: 'libs/intake/src/made-up.controller.ts',
    text: `import { Controller } from '@nestjs/common';\nimport { pledge } from '@pledgeline/pledge';\nexport const a = [Controller, pledge];`,
  },
  {
    says: 'the SQLite adapter imports its driver',
    file: 'libs/adapters/src/sqlite/made-up.ts',
    text: `import { DatabaseSync } from 'node:sqlite';\nexport const a = DatabaseSync;`,
  },
  {
    says: 'proofs hash',
    file: 'libs/transparency/src/made-up.ts',
    text: `import { hash } from 'node:crypto';\nexport const a = hash;`,
  },
  {
    says: 'the runtime chooses an adapter',
    file: 'libs/runtime/src/made-up.ts',
    text: `export const a = () => import('@pledgeline/adapters/sqlite');`,
  },
  {
    says: 'a page knows the states',
    file: 'apps/console/src/made-up.tsx',
    text: `import { memberStates } from '@pledgeline/contracts/reference';\nexport const a = memberStates;`,
  },
  {
    says: 'a page checks proofs',
    file: 'apps/console/src/made-up.tsx',
    text: `import { parseCheckpoint } from '@pledgeline/transparency/checks';\nexport const a = parseCheckpoint;`,
  },
  {
    says: 'an app names its slices',
    file: 'apps/standalone/src/made-up.ts',
    text: `import { IntakeModule } from '@pledgeline/intake';\nexport const a = IntakeModule;`,
  },
];

describe('the boundaries', () => {
  const examples = [...forbidden, ...allowed];
  let answers: Broken[][] = [];

  beforeAll(() => {
    const input = JSON.stringify(examples.map(({ file, text }) => ({ file, text })));
    const script = resolve(import.meta.dirname, 'lint-texts.mjs');
    const cwd = resolve(import.meta.dirname, '../..');
    answers = JSON.parse(
      execFileSync(process.execPath, [script], { cwd, input, encoding: 'utf8' }),
    ) as Broken[][];
  });

  const brokenBy = (example: Example) => answers[examples.indexOf(example)];

  it.each(forbidden.map((example) => [example.says, example] as const))('%s', (_, example) => {
    expect(brokenBy(example)?.map(({ rule }) => rule)).toEqual([example.breaks]);
  });

  it.each(allowed.map((example) => [example.says, example] as const))('%s', (_, example) => {
    expect(brokenBy(example)).toEqual([]);
  });
});
