/** A page of the list of pledges for people: a line for each, and below it what was counted. */
import { aligned } from './aligned.ts';
import { shownOf } from './list-command.ts';
import type { Paint } from './terminal.ts';

interface Pledge {
  readonly reference: string;
  readonly status: string | null;
  readonly statusSince: string;
  readonly level: string | null;
  readonly dueOn: string | null;
  readonly description: string;
}

interface Facet {
  readonly facet: string;
  readonly values: readonly { readonly value: string; readonly name: string; readonly count: number }[];
}

/** As much of the answer as people read. */
export interface PledgePage {
  readonly items: readonly Pledge[];
  readonly facets: readonly Facet[];
  readonly total: number;
  readonly next: string | null;
}

const HEADER = ['REFERENCE', 'STATUS', 'SINCE', 'LEVEL', 'DUE', 'PLEDGE'];

export const pledgesInLines = (page: PledgePage, paint: Paint): readonly string[] => {
  const rows = page.items.map(({ reference, status, statusSince, level, dueOn, description }) => [
    reference,
    status ?? '',
    statusSince,
    level ?? '',
    dueOn ?? '',
    description,
  ]);
  const [header = '', ...lines] = rows.length === 0 ? [] : aligned([HEADER, ...rows]);
  return [
    ...(rows.length === 0 ? [] : [paint.faint(header), ...lines]),
    paint.faint(shownOf(page, 'pledges')),
    ...page.facets.flatMap((facet) => facetInLines(facet, paint)),
  ];
};

/** The value is what the option of the same name takes; the name is said where it says more. */
const facetInLines = ({ facet, values }: Facet, paint: Paint): readonly string[] => [
  '',
  paint.strong(facet),
  ...aligned(
    values.map(({ value, name, count }) => [String(count), value, name === value ? '' : name]),
    { numbers: [0] },
  ).map((line) => `  ${line}`),
];
