/** Which fields of an announcement are asked first, by the track that the promise leads to; the others say more. Pure. */
import known from '../../generated/taxonomy.json' with { type: 'json' };
import type { Field } from '../../forms/request-fields.ts';

export const TRACKS = ['CAPABILITY', 'IMPLEMENTATION'] as const;
export type Track = (typeof TRACKS)[number];

const COMMON = ['memberState', 'category', 'capabilityCode', 'description', 'quantity', 'unit'];
const FIRST: Readonly<Record<Track, readonly string[]>> = {
  CAPABILITY: [...COMMON, 'strength', 'aircraft', 'timeframe', 'conference', 'announcedOn', 'source'],
  IMPLEMENTATION: [...COMMON, 'money', 'timeframe', 'conference', 'announcedOn', 'source'],
};
/** Of an offer that is like another. */
const ADDITIONAL = ['additional', 'additionalReason', 'additionalNumber'];
/** For programs, and what the page knows itself. */
const NOT_ASKED = ['pledgeId', 'pledge', 'duplicateChecked', 'onBehalfOf'];

const taxonomy: Readonly<Record<string, { readonly category: string; readonly track: string }>> =
  known.capability;

/** The categories of which some capability is of the track. */
export const categoriesOf = (track: Track): readonly string[] => [
  ...new Set(
    Object.values(taxonomy)
      .filter((one) => one.track === track)
      .map(({ category }) => category),
  ),
];

export interface Parts {
  readonly first: readonly Field[];
  readonly additional: readonly Field[];
  readonly more: readonly Field[];
  /** The paper of an act that an officer records; null where nobody else's act may be recorded. */
  readonly onBehalfOf: Field | null;
}

interface Reader {
  readonly track: Track;
  /** Speaks for one state alone, which is not asked. */
  readonly isState: boolean;
  /** Whether the act of a state may be recorded, and whether nothing else can. */
  readonly forOthers: 'no' | 'may' | 'must';
}

/** @param fields of the command, in whatever order. */
export const partsOf = (fields: readonly Field[], { track, isState, forOthers }: Reader): Parts => {
  const named = (names: readonly string[]): readonly Field[] =>
    names.flatMap((name) => fields.filter((field) => field.name === name));
  const first = named(FIRST[track])
    .filter(({ name }) => !(isState && name === 'memberState'))
    .map((field) => (field.name === 'category' ? { ...field, choices: categoriesOf(track) } : field));
  const apart = [...FIRST[track], ...ADDITIONAL, ...NOT_ASKED, ...(isState ? ['isoAlpha3'] : [])];
  const [onBehalfOf] = named(['onBehalfOf']);
  return {
    first,
    additional: named(ADDITIONAL),
    more: fields.filter(({ name }) => !apart.includes(name)),
    onBehalfOf:
      onBehalfOf === undefined || forOthers === 'no'
        ? null
        : {
            ...onBehalfOf,
            required: forOthers === 'must',
            // Whose act it is, is the state of the pledge.
            fields: onBehalfOf.fields
              .filter(({ name }) => name === 'paper')
              .map((paper) => ({ ...paper, required: forOthers === 'must' })),
          },
  };
};
