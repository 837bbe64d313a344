/** `pledgeline history`: what happened to a pledge, for people as a timeline, for programs as the raw events. */
import { Ending, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { notThere, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';
import { timeline, type PastEvent } from './timeline.ts';

interface HistoryPage {
  readonly items: readonly PastEvent[];
  readonly next: string | null;
}

const PAGE = 200;

export const historyCommand = async (
  target: Server,
  id: string,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> => {
  const events = await historyOf(target, id);
  const lines = json ? events.map((event) => JSON.stringify(event)) : timeline(events, terminal.paint);
  if (lines.length > 0) terminal.out(lines.join('\n'));
  return EXIT.ok;
};

const historyOf = async (target: Server, id: string): Promise<readonly PastEvent[]> => {
  const events: PastEvent[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: HistoryPage = await pageOf(target, id, cursor);
    events.push(...page.items);
    cursor = page.next;
  }
  return events;
};

const pageOf = async (target: Server, id: string, cursor: string): Promise<HistoryPage> => {
  const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const path = `/pledges/${encodeURIComponent(id)}/history?limit=${PAGE}${query}`;
  const answer = await target.get(path).catch((error: unknown) => {
    throw notThere(target, error);
  });
  if (answer.status !== 200) throw new Ending(EXIT.refused, sentence(answer));
  return answer.body as HistoryPage;
};
