/** Figures of a report, found by their names. */
import type { components } from '../generated/openapi.d.ts';
import type { Definition } from './plot.tsx';

export type Report = components['schemas']['Report'];
export type Group = Report['groups'][number];

/** Null where the report has no such figure, or does not know its value: neither is 0. */
export const valueOf = (group: Group | undefined, figure: string): number | null =>
  group?.figures.find((one) => one.figure === figure)?.value ?? null;

/** The group of everything, and the others. */
export const groupsOf = ({
  groups,
}: Report): { readonly all: Group | undefined; readonly single: readonly Group[] } => ({
  all: groups.find(({ code }) => code === 'all'),
  single: groups.filter(({ code }) => code !== 'all'),
});

export const definitionsOf = (group: Group | undefined, figures: readonly string[]): readonly Definition[] =>
  figures.flatMap((name) => {
    const found = group?.figures.find(({ figure }) => figure === name);
    return found === undefined ? [] : [{ name: found.name, text: found.definition }];
  });
