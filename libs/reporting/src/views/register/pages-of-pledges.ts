/** Every pledge that fits, once, as reports and lists over the whole register read it: in brief, a page at a time. */
import type { FoundRow, ViewQuery, Views } from '@pledgeline/event-sourcing';
import { pagesOfRows } from '../../answers/every-row.ts';
import { PLEDGE_REGISTER, type RegisterRow } from './register-row.ts';

export const pagesOfPledges = (
  views: Views,
  where: NonNullable<ViewQuery['where']> = {},
): AsyncGenerator<readonly FoundRow<RegisterRow>[]> =>
  pagesOfRows<RegisterRow>(views, PLEDGE_REGISTER, where, { inBrief: true });
