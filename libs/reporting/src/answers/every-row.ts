/**
 * Walks all rows of a view that fit, in key order, a page at a time with a breath between, so that a report over a large
 * register does not keep others waiting. No snapshot: each row is met once, as it is then.
 */
import { setImmediate as breath } from 'node:timers/promises';
import type { FoundRow, ViewQuery, Views } from '@pledgeline/event-sourcing';

const PAGE = 500;

export async function* everyRow<Row>(
  views: Views,
  view: string,
  where: NonNullable<ViewQuery['where']> = {},
): AsyncGenerator<FoundRow<Row>> {
  let after: ViewQuery['after'];
  for (;;) {
    const page = await views.find<Row>(view, { where, limit: PAGE, ...(after && { after }) });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { value: null, key: last.key };
    await breath();
  }
}
