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
  tags,
} from '@pledgeline/contracts/reference';
import { commandsOf } from './commands-of.mjs';

/** Examples, sentences and refusals are no types, and would make the file five times as long. */
const NO_TYPES = ['description', 'example', 'examples', 'title', 'summary', 'tags', 'security'];

/** @returns by name of the file in src/generated. */
export const generated = (document) => ({
  ...commandFiles(commandsOf(document)),
  'names.json': oneLineEach(names),
  'taxonomy.json': oneLineEach(taxonomy),
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
  theme: Object.fromEntries(tags.map(({ code, name }) => [code, name])),
  currency: Object.fromEntries(currencies.map((code) => [code, ''])),
};

/** By code of a capability its category, and the track that it leads to. */
const taxonomy = {
  capability: Object.fromEntries(
    capabilities.map(({ code, category, track }) => [code, { category, track }]),
  ),
};

/** A file for each command, so that who fills in one form does not load the fields of all, and one that finds them. */
const commandFiles = ({ commands, schemas }) => {
  const used = (node, found = {}) => {
    if (node === null || typeof node !== 'object') return found;
    const name = node.$ref;
    if (typeof name === 'string' && !(name in found)) used((found[name] = schemas[name]), found);
    for (const inside of Object.values(node)) used(inside, found);
    return found;
  };
  const names = Object.keys(commands).sort();
  const finds = names.map(
    (name) => `  ${name}: () => import('./commands/${name}.json', { with: { type: 'json' } }),\n`,
  );
  return {
    ...Object.fromEntries(
      names.map((name) => {
        const { summary, body } = commands[name];
        return [`commands/${name}.json`, `${JSON.stringify({ summary, body, schemas: used(body) })}\n`];
      }),
    ),
    'commands.ts': `/** Where the fields of each command are: written by \`npm run openapi\`. */\nexport const commandFiles = {\n${finds.join('')}};\n`,
  };
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

/** A POST whose answer is read: the session, and what an announcement would become. */
const ANSWERS = /^\/(?:session|announcement-checks)/;

/** What the console reads; commands are sent by their addresses and schemas. */
const asked = ({ openapi, info, paths, components }) => {
  const kept = {};
  for (const [path, methods] of Object.entries(paths)) {
    const { get, post } = methods;
    if (get !== undefined) kept[path] = { get: bare(get) };
    if (post !== undefined && ANSWERS.test(path)) kept[path] = { ...kept[path], post: bare(post) };
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
const bare = ({ operationId, parameters = [], responses }) => ({
  operationId,
  parameters: parameters.filter(({ in: where }) => where !== 'header'),
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
