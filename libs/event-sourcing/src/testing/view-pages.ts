/** A view walked in pages. */
import type { ColumnValue, FoundRow, ViewQuery, Views } from '../views.ts';

type Row = Readonly<Record<string, ColumnValue>>;

/** As a client would: the next page begins after the last row of the one before. */
export const inPages = async (views: Views, view: string, query: ViewQuery, size: number) => {
  const all: FoundRow<Row>[] = [];
  for (let after: ViewQuery['after']; ;) {
    const page = await views.find<Row>(view, { ...query, limit: size, ...(after && { after }) });
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < size) return all;
    const { orderBy } = query;
    after = { key: last.key, value: orderBy === undefined ? null : (last.row[orderBy] ?? null) };
  }
};
