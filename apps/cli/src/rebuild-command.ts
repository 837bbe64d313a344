/** `pledgeline rebuild`: throws the read models away and has them made again from the events. */
import { randomUUID } from 'node:crypto';
import { Ending, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { notThere, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

interface Rebuilt {
  readonly events: number;
  readonly rows: number;
  readonly corrected: number;
}

export const rebuildCommand = async (
  target: Server,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> => {
  const answer = await target
    .post('/operations/read-models/rebuild', {}, randomUUID())
    .catch((error: unknown) => {
      throw notThere(target, error);
    });
  if (answer.status >= 300) throw new Ending(EXIT.refused, `not rebuilt: ${sentence(answer)}`);
  const { events, rows, corrected } = answer.body as Rebuilt;
  terminal.out(
    json
      ? JSON.stringify(answer.body)
      : `${rows} rows made again from ${events} events, ${corrected} of them were not as the events say`,
  );
  return EXIT.ok;
};
