/**
 * Carries out the acts of the scenario one after another and reports each as it happens. An answer that the scenario did not
 * foresee ends it: the demo never looks better than the server is.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, HttpClient } from './http-client.ts';
import type { Person } from './person.ts';

export interface Act {
  readonly who: Person;
  readonly says: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Code of the refusal that is meant to come. */
  readonly refused?: string;
}

export interface Done {
  readonly act: Act;
  readonly key: string;
  readonly answer: Answer;
}

export interface ActRunner {
  /** The answer of the server. */
  do(act: Act): Promise<Answer['body']>;
  /** Asks until the answer is as awaited: what policies do follows on its own, a moment later. */
  until(who: Person, path: string, isThere: (body: Answer['body']) => boolean): Promise<Answer['body']>;
  /** Waits until queries know of everything that was done: where several services work, order holds per stream only. */
  allVisible(who: Person): Promise<void>;
}

const FOLLOWS_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 25;

export const actRunner = (client: HttpClient, report: (done: Done) => void): ActRunner => {
  let acts = 0;
  const written = new Map<string, string>();
  return {
    do: async (act) => {
      acts += 1;
      const key = `demo-${acts}`;
      const answer = await client.command(act.who, act.path, act.body, key);
      report({ act, key, answer });
      const foreseen = act.refused === undefined ? answer.status < 300 : answer.body.code === act.refused;
      if (!foreseen) throw new Error(`${act.says}: ${answer.status} ${JSON.stringify(answer.body)}`);
      const { stream, after } = answer.body;
      if (answer.status < 300) written.set(String(stream), String(after));
      return answer.body;
    },
    until: async (who, path, isThere) => {
      for (let waited = 0; ; waited += ASK_EVERY_MS) {
        const { status, body } = await client.ask(who, path);
        if (status === 200 && isThere(body)) return body;
        if (waited > FOLLOWS_WITHIN_MS) throw new Error(`${path} did not follow: ${JSON.stringify(body)}`);
        await pause(ASK_EVERY_MS);
      }
    },
    allVisible: async (who) => {
      for (const after of written.values()) {
        const { status, body } = await client.ask(who, `/pledges?limit=1&after=${encodeURIComponent(after)}`);
        if (status !== 200) throw new Error(`${after} did not follow: ${JSON.stringify(body)}`);
      }
    },
  };
};
