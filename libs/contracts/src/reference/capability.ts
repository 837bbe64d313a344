/** What can be pledged: the taxonomy codes, and the track that each sends a pledge down. */
import type { Track } from '../vocabulary.data.ts';
import { taxonomy } from './taxonomy.data.ts';

type Row = (typeof taxonomy)[number];

export type CapabilityCode = Row['code'];
export type Category = Row['category'];
type Component = Row['component'];
export type Theme = Row['themes'][number];

export interface Capability {
  readonly code: CapabilityCode;
  readonly category: Category;
  readonly name: string;
  readonly component: Component;
  /** CAPABILITY goes through the levels of the PCRS, IMPLEMENTATION through milestones and evidence. */
  readonly track: Track;
  /** Persons in one such unit, from what states announced. Null where no figure is known. */
  readonly typicalStrength: { readonly min: number; readonly max: number } | null;
  readonly themes: readonly Theme[];
}

export const capabilities: readonly Capability[] = taxonomy;

/** In the order of the taxonomy. */
export const categories: readonly Category[] = [...new Set(capabilities.map(({ category }) => category))];

/** In alphabetical order. */
export const themes: readonly Theme[] = [...new Set(capabilities.flatMap((row) => row.themes))].sort();

const byCode: ReadonlyMap<string, Capability> = new Map(capabilities.map((row) => [row.code, row]));

/** Codes are exact, upper case: a misspelt one is refused, never guessed. */
export const capability = (code: string): Capability | undefined => byCode.get(code);

/** The track that a promise leads to; null where that is not known: a category may have capabilities of both. */
export const trackOf = (category: string, code: string | null): Track | null => {
  const known = code === null ? undefined : capability(code);
  return known?.track ?? trackOfCategory.get(category) ?? null;
};

const trackOfCategory: ReadonlyMap<string, Track | null> = new Map(
  categories.map((category) => {
    const tracks = new Set(capabilities.filter((row) => row.category === category).map(({ track }) => track));
    const [only = null] = tracks;
    return [category, tracks.size === 1 ? only : null];
  }),
);
