/** What does this figure count? One page of it, in alphabetical order. */
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { cursorFor, DEFAULT_LIMIT, placeOf, type PageOptions } from '../answers/cursor.ts';
import { definedBy } from '../answers/definitions.ts';
import type { AsOfQuery } from '../answers/as-of.ts';
import type { QueryContext } from '../answers/query-context.ts';
import { askedReport, type AskedReport } from './report-answer.ts';
import { question } from '../read-models/question.ts';
import type { CountedIds } from './report.schema.ts';

export interface AskedCounted extends AskedReport, PageOptions, AsOfQuery {
  /** The code of the group, or its name. */
  readonly group: string;
  readonly figure: string;
}

/** @throws {Rejected} FIGURE_NOT_FOUND, BAD_CURSOR, and as the report itself. */
export const countedPage = async (
  context: QueryContext,
  asked: AskedCounted,
  caller: Caller,
  now: string,
): Promise<CountedIds> => {
  const { group, figure, cursor, limit = DEFAULT_LIMIT, ...report } = asked;
  const question = { ...report, group, figure };
  const [after] = placeOf(question, { cursor }, isId) ?? [];
  const { groups } = await askedReport(context, report, caller, now);
  const named = groups.find(({ code }) => code === group) ?? groups.find(({ name }) => name === group);
  const found = named?.figures.find((one) => one.figure === figure)?.counted;
  if (found === undefined) {
    const message = `${report.report} has no figure ${figure} in a group ${group}.`;
    const wrong =
      named === undefined
        ? { field: 'group', allowed: groups.map(({ code }) => code) }
        : { field: 'figure', allowed: named.figures.map((one) => one.figure) };
    throw new Rejected('missing', 'FIGURE_NOT_FOUND', message, { ...wrong, group, figure });
  }
  const { kind, ids } = found;
  const rest = after === undefined ? ids : ids.filter((id) => id > after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const next = rest.length > limit && last !== undefined ? cursorFor(question, [last]) : null;
  const defined = definedBy(context);
  return { kind, items, next, total: ids.length, ...defined, ...context.answeredAt };
};

const isId = (place: readonly unknown[]): place is [string] =>
  place.length === 1 && typeof place[0] === 'string';

export const getCounted = question('getCounted', 'FIGURES', countedPage);
