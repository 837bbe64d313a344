/**
 * Turns the CSV files of libs/contracts/data into TypeScript constants, because contracts and domain stay pure:
 * they read no file, in a built dist as little as in a test. `--check` writes nothing and fails on a stale file.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import countries from 'i18n-iso-countries';
import { format, resolveConfig } from 'prettier';

const contracts = new URL('../../libs/contracts/', import.meta.url);

const list = (text) =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
const stated = (text) => (text === '' ? null : text);

/** '140' or '800-850'. */
const strength = (text) => {
  if (text === '') return null;
  const [min, max = min] = text.split('-').map(Number);
  return { min, max };
};

const TRACKS = new Map([
  ['yes', 'CAPABILITY'],
  ['no', 'IMPLEMENTATION'],
]);

/** What every register of names has. */
const named = (row) => ({
  code: row.code,
  name: row.name,
  aliases: list(row.aliases),
  kind: stated(row.kind),
  from: stated(row.from),
  to: stated(row.to),
  source: row.source,
});

const tables = [
  {
    name: 'taxonomy',
    row: (row) => ({
      code: row.code,
      category: row.category,
      name: row.name,
      component: row.component,
      track: TRACKS.get(row.pcrsTrack),
      typicalStrength: strength(row.typicalStrength),
      themes: list(row.themes),
    }),
  },
  {
    name: 'conferences',
    row: (row) => ({
      code: row.code,
      kind: row.kind,
      name: row.name,
      start: stated(row.start),
      end: stated(row.end),
      place: stated(row.place),
      hosts: list(row.hostsCoChairs),
      participants: stated(row.participants),
      statesWithNewPledges: stated(row.statesWithNewPledges),
      headlineTotals: stated(row.headlineTotals),
      themes: list(row.themes),
    }),
  },
  {
    name: 'missions',
    row: (row) => ({
      code: row.code,
      name: row.name,
      aliases: list(row.aliases),
      kind: row.kind,
      opened: row.opened,
      closesOn: stated(row.closesOn),
      closed: stated(row.closed),
      hostStates: list(row.hostStates),
      source: row.source,
    }),
  },
  {
    name: 'member-states',
    row: (row) => ({
      code: row.isoAlpha3,
      name: row.name,
      kind: row.kind,
      region: row.region,
      variants: list(row.variants),
    }),
  },
  {
    name: 'currencies',
    row: (row) => ({ code: row.code, minorUnits: Number(row.minorUnits), names: list(row.names) }),
  },
  ...['texts', 'bodies', 'centres', 'ministries', 'priorities', 'tools'].map((name) => ({
    name,
    row: named,
  })),
  {
    name: 'measures',
    row: (row) => ({ ...named(row), capabilities: list(row.capabilities), themes: list(row.themes) }),
  },
  {
    name: 'earlier-contributors',
    row: (row) => ({ code: row.isoAlpha3, mission: row.mission, year: Number(row.year) }),
  },
  { name: 'state-names', rows: (rows, states) => otherNames(rows, states) },
];

/** The official languages of the United Nations. */
const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
const inLanguages = LANGUAGES.map((language) => countries.getNames(language, { select: 'all' }));

/** Names of the file, then those of the ISO package in six languages, each once for a state. */
const otherNames = (rows, states) =>
  states
    .map(({ isoAlpha3: code }) => ({ code, alpha2: countries.alpha3ToAlpha2(code) }))
    .map(({ code, alpha2 }) => ({
      code,
      names: [
        ...new Set([
          ...rows.filter(({ isoAlpha3 }) => isoAlpha3 === code).map(({ name }) => name),
          ...inLanguages.flatMap((names) => names[alpha2] ?? []),
        ]),
      ],
    }))
    .filter(({ names }) => names.length > 0);

const constantName = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const rowsOf = async (name) =>
  parse(await readFile(new URL(`data/${name}.csv`, contracts), 'utf8'), { columns: true, bom: true });

const states = await rowsOf('member-states');

const render = async ({ name, row, rows = (all) => all.map(row) }, target) => {
  const constants = rows(await rowsOf(name), states).map((constant) => JSON.stringify(constant));
  const source = `/** Generated from libs/contracts/data/${name}.csv by \`npm run reference-data\`: edit that file, not this one. */
export const ${constantName(name)} = [
${constants.join(',\n')}
] as const;
`;
  return format(source, { ...(await resolveConfig(target)), parser: 'typescript' });
};

const check = process.argv.includes('--check');
for (const table of tables) {
  const target = new URL(`src/reference/${table.name}.data.ts`, contracts);
  const source = await render(table, target);
  const onDisk = await readFile(target, 'utf8').catch(() => '');
  if (source === onDisk) continue;
  if (check) {
    console.error(`${table.name}.data.ts is stale: npm run reference-data`);
    process.exitCode = 1;
  } else {
    await writeFile(target, source);
  }
}
