/** `pledgeline pledges` and `pledgeline queue`: one page of a list, as a table, as JSON or as CSV. The server filters and orders. */
import { CliError, EXIT } from './exit-codes.ts';
import { faultOf } from './problem.ts';
import { notThere, type Server } from './server.ts';
import type { Paint, Terminal } from './terminal.ts';
import { queryOf } from './times.ts';

export interface ListForms {
  readonly csv?: boolean;
  readonly excel?: boolean;
  readonly json?: boolean;
}

export interface List<Answer> {
  /** As in `/pledges`. */
  readonly path: string;
  readonly asked: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly inLines: (answer: Answer, paint: Paint) => readonly string[];
}

/** @throws {CliError} when the server refuses or is not there. */
export const listCommand = async <Answer>(
  target: Server,
  { path, asked, inLines }: List<Answer>,
  { excel = false, csv = excel, json }: ListForms,
  terminal: Terminal,
): Promise<number> => {
  const query = queryOf({ ...asked, format: csv ? 'csv' : undefined });
  const answer = await target.get(path + query).catch((error: unknown) => {
    throw notThere(target, error);
  });
  if (answer.status !== 200) throw new CliError(EXIT.refused, faultOf(answer).reason);
  if (json) terminal.json(answer.body);
  else if (csv) terminal.csv(String(answer.body), { excel });
  else terminal.out(inLines(answer.body as Answer, terminal.paint));
  return EXIT.ok;
};

/** How many are shown of how many, and how to go on. */
export const shownOf = (
  {
    items,
    total,
    next,
  }: { readonly items: readonly unknown[]; readonly total: number; readonly next: string | null },
  what: string,
): string => {
  const more = next === null ? '' : `; go on with --cursor ${next}`;
  return items.length === total ? `${total} ${what}` : `${items.length} of ${total} ${what}${more}`;
};
