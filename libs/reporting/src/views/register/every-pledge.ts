/** Every pledge that fits, once, as reports and lists over the whole register read it: in brief. */
import type { FoundRow, ViewQuery, Views } from '@pledgeline/event-sourcing';
import { everyRow } from '../../answers/every-row.ts';
import { PLEDGE_REGISTER, type RegisterRow } from './register-row.ts';

export const everyPledge = (
  views: Views,
  where: NonNullable<ViewQuery['where']> = {},
): AsyncGenerator<FoundRow<RegisterRow>> =>
  everyRow<RegisterRow>(views, PLEDGE_REGISTER, where, { inBrief: true });
