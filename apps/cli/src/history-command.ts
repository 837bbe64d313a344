/** `pledgeline history`: what happened to a pledge, for people as a timeline, for programs as the raw events. */
import { aligned } from './aligned.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { faultOf } from './problem.ts';
import { notThere, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';
import { timeline, type PastEvent } from './timeline.ts';
import { areUnlimited, queryOf, formatTimes, type Times, type TimesAsked } from './times.ts';

interface HistoryPage extends Times {
  readonly items: readonly PastEvent[];
  readonly next: string | null;
}

const PAGE = 200;

export interface HistoryCommand extends TimesAsked {
  readonly json?: boolean;
}

/** @throws {CliError} when the server refuses or is not there. */
export const historyCommand = async (
  target: Server,
  id: string,
  { json, asOf, knownAt }: HistoryCommand,
  terminal: Terminal,
): Promise<number> => {
  const { events, times } = await historyOf(target, id, { asOf, knownAt });
  if (json) events.forEach(terminal.json);
  else if (events.length > 0 || !areUnlimited(times))
    terminal.out([...pastInLines(times), ...timeline(events, terminal.paint)]);
  return EXIT.ok;
};

/** Said where something may be left out for it. */
const pastInLines = (times: Times): readonly string[] =>
  areUnlimited(times) ? [] : [...aligned(formatTimes(times)), ''];

interface History {
  readonly events: readonly PastEvent[];
  readonly times: Times;
}

type Asked = Readonly<Record<string, string | undefined>>;

const historyOf = async (target: Server, id: string, asked: Asked): Promise<History> => {
  const events: PastEvent[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await pageOf(target, id, { ...asked, limit: String(PAGE), cursor });
    events.push(...page.items);
    if (page.next === null) return { events, times: page };
    cursor = page.next;
  }
};

const pageOf = async (target: Server, id: string, asked: Asked): Promise<HistoryPage> => {
  const path = `/pledges/${encodeURIComponent(id)}/history${queryOf(asked)}`;
  const answer = await target.get(path).catch((error: unknown) => {
    throw notThere(target, error);
  });
  if (answer.status !== 200) throw new CliError(EXIT.refused, faultOf(answer).reason);
  return answer.body as HistoryPage;
};
