/**
 * Walks all rows of a view that fit, in key order, a page at a time. Between pages others have their turn, so that a
 * report over a large register does not keep them waiting. It takes no snapshot: each row is met once, as it is then.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { FoundRow, ViewQuery, Views } from '@pledgeline/event-sourcing';

const PAGE = 500;

/** Waiting for a page costs less than waiting for each row: a pass over a large register takes pages. */
export async function* pagesOfRows<Row>(
  views: Views,
  view: string,
  where: NonNullable<ViewQuery['where']> = {},
  { inBrief = false }: Pick<ViewQuery, 'inBrief'> = {},
): AsyncGenerator<readonly FoundRow<Row>[]> {
  let after: ViewQuery['after'];
  for (;;) {
    const page = await views.find<Row>(view, { where, inBrief, limit: PAGE, ...(after && { after }) });
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { value: null, key: last.key };
    await yieldToEventLoop();
  }
}

export async function* everyRow<Row>(
  views: Views,
  view: string,
  where: NonNullable<ViewQuery['where']> = {},
): AsyncGenerator<FoundRow<Row>> {
  for await (const page of pagesOfRows<Row>(views, view, where)) yield* page;
}
