/** Runs a command line inside the test's own process, so that a property can run it hundreds of times. */
import { run } from '../program.ts';
import { terminal } from '../terminal.ts';

export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param watched whether a person looks on: then there are colours, and CSV is made safe too. */
export const runInProcess = async (args: readonly string[], watched = false): Promise<Heard> => {
  const heard = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    isTTY: name === 'out' && watched,
    on: () => undefined,
    write: (text: string) => {
      heard[name] += text;
    },
  });
  const process = { stdout: stream('out'), stderr: stream('err'), env: {} } as unknown as NodeJS.Process;
  const code = await run(args, terminal(process), new AbortController().signal);
  return { code, ...heard };
};
