/** The table of rooms that people read says what lint holds them to. */
import { readFileSync } from 'node:fs';

interface Boundaries {
  readonly boundaries: readonly {
    readonly rules: {
      readonly '@nx/enforce-module-boundaries': readonly [
        string,
        {
          readonly depConstraints: readonly {
            readonly sourceTag: string;
            readonly onlyDependOnLibsWithTags: readonly string[];
          }[];
        },
      ];
    };
  }[];
}

/** The rooms that lint lets this one import. */
const allowed = async (room: string): Promise<readonly string[]> => {
  const { boundaries } = (await import(new URL('./boundaries.mjs', import.meta.url).href)) as Boundaries;
  const [, { depConstraints }] = boundaries[0]!.rules['@nx/enforce-module-boundaries'];
  const { onlyDependOnLibsWithTags } = depConstraints.find(({ sourceTag }) => sourceTag === `room:${room}`)!;
  return onlyDependOnLibsWithTags.map((tag) => tag.replace('room:', ''));
};

/** What the last cell of the row names. */
const said = (first: string): readonly string[] => {
  const lines = readFileSync('CONTRIBUTING.md', 'utf8').split('\n');
  const row = lines.find((line) => line.startsWith(`| \`${first}\``))!;
  const names = row.split('|').at(-2)!.split(';')[0]!;
  return names.split(',').map((name) => name.trim());
};

it.each([
  ['libs/event-sourcing', 'event-sourcing'],
  ['libs/contracts', 'contracts'],
  ['libs/transparency', 'transparency'],
  ['libs/pledge', 'pledge'],
  ['libs/request-fields', 'request-fields'],
  ['libs/intake', 'slice'],
  ['libs/adapters', 'adapters'],
  ['libs/runtime', 'runtime'],
  ['apps/cli', 'cli'],
])('%s may import what its row says, and what comes with contracts', async (first, name) => {
  const row = said(first);
  const named = row[0] === 'nothing of ours' ? [] : row;
  const all = named.includes('contracts') ? [...new Set([...named, 'event-sourcing'])] : named;
  expect(all.toSorted()).toEqual((await allowed(name)).toSorted());
});
