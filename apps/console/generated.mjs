// The generated files of the console, as text.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  capabilities,
  conferences,
  currencies,
  memberStates,
  missions,
} from '@pledgeline/contracts/reference';
import { commandsOf } from './commands-of.mjs';

/** Examples, sentences and refusals are no types, and would make the file five times as long. */
const NO_TYPES = ['description', 'example', 'examples', 'title', 'summary', 'tags', 'security'];

/** @returns by name of the file in src/generated. */
export const generated = (document) => ({
  'commands.json': oneLineEach(commandsOf(document)),
  'names.json': oneLineEach(names),
  'openapi.d.ts': types(document),
});

/** What the codes of the reference data are called: of all that is known of them, what pages show. */
const names = {
  state: Object.fromEntries(memberStates.map(({ code, name }) => [code, name])),
  capability: Object.fromEntries(capabilities.map(({ code, name }) => [code, name])),
  conference: Object.fromEntries(conferences.map(({ code, name }) => [code, name])),
  mission: Object.fromEntries(
    missions.filter(({ closed }) => closed === null).map(({ code, name }) => [code, name]),
  ),
  currency: Object.fromEntries(currencies.map((code) => [code, ''])),
};

const types = (document) => {
  const require = createRequire(import.meta.url);
  const tool = join(dirname(require.resolve('openapi-typescript/package.json')), 'bin/cli.js');
  return execFileSync(process.execPath, [tool], {
    input: JSON.stringify(asked(document)),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
};

/** What the console reads, and its session; commands are sent by their addresses and schemas. */
const asked = ({ openapi, info, paths, components }) => {
  const kept = {};
  for (const [path, methods] of Object.entries(paths)) {
    const { get, post } = methods;
    if (get !== undefined) kept[path] = { get: bare(get) };
    if (post !== undefined && path.startsWith('/session')) kept[path] = { ...kept[path], post: bare(post) };
  }
  const used = {};
  const find = (node) => {
    if (node === null || typeof node !== 'object') return;
    const [, name] = /^#\/components\/schemas\/(.+)$/.exec(node.$ref ?? '') ?? [];
    if (name !== undefined && !(name in used)) find((used[name] = components.schemas[name]));
    Object.values(node).forEach(find);
  };
  find(kept);
  return { openapi, info, paths: withoutWords(kept), components: { schemas: withoutWords(used) } };
};

/** Headers are the client's; what a refusal looks like is one type for all: Problem. */
const bare = ({ operationId, parameters = [], requestBody, responses }) => ({
  operationId,
  parameters: parameters.filter(({ in: where }) => where !== 'header'),
  ...(requestBody && { requestBody }),
  responses: { 200: responses[200] ?? responses[302] },
});

const withoutWords = (node, isProperties = false) => {
  if (Array.isArray(node)) return node.map((one) => withoutWords(one));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isProperties || !NO_TYPES.includes(key))
      .map(([key, value]) => [key, withoutWords(value, !isProperties && key === 'properties')]),
  );
};

/** One command and one schema a line: what a change changes is seen. */
const oneLineEach = (parts) => {
  const lines = (entries) =>
    Object.entries(entries)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const blocks = Object.entries(parts).map(([name, entries]) => `  "${name}": {\n${lines(entries)}\n  }`);
  return `{\n${blocks.join(',\n')}\n}\n`;
};
