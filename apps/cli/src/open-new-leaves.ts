/** `pledgeline audit monitor --open`: asks for every leaf that is new, as somebody who may read all, and looks at what each says. */
import { StringDecoder } from 'node:string_decoder';
import type { Checkpoint } from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';
import { NotProved } from './not-proved.ts';
import type { OpenedLeaves } from './opened-leaves.ts';
import { sentence } from './problem.ts';
import type { Server } from './server.ts';

const OK = 200;
const REFUSED: readonly number[] = [401, 403, 404];

/**
 * Up to a head that is verified: its root must be that of the leaves that were opened.
 * @throws {CliError} `differs` for a leaf that contradicts another, or the root; `refused` for who may not read all.
 * @throws {NotProved} for a log that does not hand them out now.
 */
export const openNewLeaves = async (
  target: Server,
  opened: OpenedLeaves,
  { size, root }: Checkpoint,
): Promise<void> => {
  if (opened.size() > size) return;
  if (opened.size() < size) {
    const lines = byLine((line) => mustFit(opened, line));
    const answer = await target.download(`/openings?from=${opened.size()}&to=${size}`, lines.write);
    if (REFUSED.includes(answer.status)) throw new CliError(EXIT.refused, `no openings: ${sentence(answer)}`);
    if (answer.status !== OK) throw new NotProved(`the log hands out no openings now: ${sentence(answer)}`);
    if (opened.size() < size)
      throw new NotProved(`the log has handed out leaves up to ${opened.size()} of ${size} now`);
  }
  if (Buffer.compare(opened.root(), root) !== 0)
    throw new CliError(
      EXIT.differs,
      `the ${size} events that the log hands out do not make the root that it has signed. Keep the folder, and tell the operator and other auditors.`,
    );
};

const mustFit = (opened: OpenedLeaves, line: string): void => {
  const leaf = opened.size();
  const wrong = opened.add(line);
  if (wrong !== undefined)
    throw new CliError(
      EXIT.differs,
      `what the log hands out as leaf ${leaf} ${wrong}. It is kept in ${opened.keepEvidence(line)}: keep it and the heads beside it, and tell the operator and other auditors.`,
    );
};

const byLine = (take: (line: string) => void): { readonly write: (piece: Uint8Array) => void } => {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return {
    write: (piece) => {
      const lines = (rest + decoder.write(Buffer.from(piece))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    },
  };
};
