/**
 * Rows in brief, kept while they stay as they are: a pass over all rows reads those that have changed since the last one. It lies below
 * what readers see, so that who finds which row, and what of it, is decided each time as it is for rows that are read. Decision 70.
 */
import type { FoundRow, ViewQuery, Views } from '@pledgeline/event-sourcing';
import type { AnyBrief, AnyView } from '../visibility/view.ts';

/** Of all rows that are kept, as text: some 60,000 pledges, which take 90 MB. Rows beyond are read each time. */
const MOST_CHARACTERS = 120 * 1024 * 1024;

interface KeptRow {
  readonly kept: object;
  readonly characters: number;
}

interface KeptRows {
  readonly brief: AnyBrief;
  readonly rows: Map<string, KeptRow>;
  /** Up to which changes are known; null before anything was read. */
  place: number | null;
}

/**
 * @param views of now, as they are.
 * @param most characters that are kept; 120 Mi when absent.
 * @returns the same views, which answer what is asked in brief from what is kept.
 */
export const keptRows = (views: Views, definitions: readonly AnyView[], most = MOST_CHARACTERS): Views => {
  const byView = new Map<string, KeptRows>();
  for (const { projection, brief } of definitions) {
    if (brief !== undefined) byView.set(projection.name, { brief, rows: new Map(), place: null });
  }
  let characters = 0;

  const forget = ({ rows }: KeptRows, keys: Iterable<string>): void => {
    for (const key of keys) {
      characters -= rows.get(key)?.characters ?? 0;
      rows.delete(key);
    }
  };

  /** What has changed by now is kept no longer. */
  const refresh = async (view: string, known: KeptRows): Promise<void> => {
    for (;;) {
      const before = known.place;
      const { place, keys } = await views.changedSince(view, before);
      // Meanwhile another question may have gone further.
      if (known.place !== before) continue;
      forget(known, keys ?? [...known.rows.keys()]);
      known.place = place;
      return;
    }
  };

  const read = async (
    view: string,
    known: KeptRows,
    keys: readonly string[],
  ): Promise<Map<string, object>> => {
    const { brief, rows, place } = known;
    const found = new Map<string, object>();
    for (const [key, row] of await views.getMany(view, keys)) {
      const kept = brief.kept(row as never);
      found.set(key, kept);
      const size = JSON.stringify(kept).length;
      // With another place it may have changed since it was read.
      if (known.place !== place || characters + size > most || rows.has(key)) continue;
      rows.set(key, { kept, characters: size });
      characters += size;
    }
    return found;
  };

  const inBrief = async (view: string, known: KeptRows, query: ViewQuery): Promise<FoundRow<unknown>[]> => {
    await refresh(view, known);
    const keys = await views.keys(view, query);
    const here = keys.map((key) => known.rows.get(key)?.kept);
    const others = await read(
      view,
      known,
      keys.filter((_, n) => here[n] === undefined),
    );
    return keys.flatMap((key, n) => {
      const kept = here[n] ?? others.get(key);
      return kept === undefined ? [] : { key, row: known.brief.row(kept as never) };
    });
  };

  return {
    ...views,
    find: async <Row>(view: string, query: ViewQuery = {}) => {
      const known = query.inBrief === true ? byView.get(view) : undefined;
      return known === undefined
        ? views.find<Row>(view, query)
        : ((await inBrief(view, known, query)) as FoundRow<Row>[]);
    },
  };
};
