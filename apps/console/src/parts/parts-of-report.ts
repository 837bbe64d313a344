/** Which figures of a report stand together. Pure. */
import type { Group } from './figures.ts';
import type { Definition } from './plot.tsx';

export type Figure = Group['figures'][number];

/** Of no more groups than these all figures are shown, where they have no whole: currencies, for instance. */
const FEW_GROUPS = 4;

/** The groups of which all figures are shown, and those of which one is compared. */
export const partsOf = ({
  groups,
}: {
  readonly groups: readonly Group[];
}): { readonly whole: readonly Group[]; readonly compared: readonly Group[] } => {
  const all = groups.filter(({ code }) => code === 'all');
  if (all.length > 0) return { whole: all, compared: groups.filter(({ code }) => code !== 'all') };
  return groups.length <= FEW_GROUPS ? { whole: groups, compared: [] } : { whole: [], compared: groups };
};

/** Figures of one unit share a scale. What has no value is not 0, and is named apart. */
export const figuresByUnit = ({
  figures,
}: Pick<Group, 'figures'>): {
  readonly units: readonly { readonly unit: string; readonly figures: readonly Figure[] }[];
  readonly unsaid: readonly Figure[];
} => {
  const said = figures.filter(({ value }) => value !== null);
  const units = [...new Set(said.map(({ unit }) => unit))];
  return {
    units: units.map((unit) => ({ unit, figures: said.filter((figure) => figure.unit === unit) })),
    unsaid: figures.filter(({ value }) => value === null),
  };
};

/** Every figure once, in the order in which they first stand. */
export const figuresOf = (groups: readonly Group[]): readonly Figure[] => {
  const found = new Map<string, Figure>();
  for (const { figures } of groups)
    for (const figure of figures) if (!found.has(figure.figure)) found.set(figure.figure, figure);
  return [...found.values()];
};

/** The one that was asked for; else the first of which anything is known. */
export const comparedFigure = (groups: readonly Group[], asked: string | undefined): Figure | undefined => {
  const figures = figuresOf(groups);
  const isSaid = ({ figure }: Figure): boolean =>
    groups.some((group) => group.figures.some((one) => one.figure === figure && one.value !== null));
  return figures.find(({ figure }) => figure === asked) ?? figures.find(isSaid) ?? figures[0];
};

export const definitionsIn = (groups: readonly Group[]): readonly Definition[] =>
  figuresOf(groups).map(({ name, definition }) => ({ name, text: definition }));
