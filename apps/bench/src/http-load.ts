/** Announcements, each another one, and requests over kept-alive connections. */
import { request } from 'node:http';
import type { Agent } from 'node:http';

/** @returns the number of announcements, all stored. */
export const load = async (agent: Agent, url: string, count: number, inFlight: number): Promise<number> => {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { status, text } = await announce(agent, url);
      if (status !== 201) throw new Error(`POST /pledges answered ${status}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return count;
};

/** Good ones are stored, bad ones are refused by validation. */
export type Announced = 'good' | 'bad';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export const announce = (agent: Agent, url: string): Promise<Answer> =>
  ask(agent, 'POST', `${url}/pledges`, announcementBody('good'));

export const announcementBody = (kind: Announced): string => {
  // Equal announcements are one.
  const source = `benchmark ${(announced += 1)}`;
  return JSON.stringify({ ...announcement, source, ...(kind === 'bad' ? { quantity: -1 } : {}) });
};

/** The pledge that an answer is about. @param text as the server answered an announcement. */
export const pledgeIn = (text: string): string => {
  const { after } = JSON.parse(text) as { readonly after: string };
  const id = /^pledge-(.+)@\d+$/.exec(after)?.[1];
  if (id === undefined) throw new Error(`no pledge is named in ${text}`);
  return id;
};

export const ask = (
  agent: Agent,
  method: 'GET' | 'POST',
  url: string,
  body?: string,
  identity: Headers = BY_HEADERS,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...identity };
    const sent = request(url, { method, agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a kept-alive connection while this request was on its way: clients send it again.
      if (error.code === 'ECONNRESET' && sent.reusedSocket)
        ask(agent, method, url, body, identity).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });

export type Headers = Readonly<Record<string, string>>;

/** For a service that trusts headers. */
export const BY_HEADERS = { 'x-pledgeline-actor': 'bench', 'x-pledgeline-role': 'DESK' };

let announced = 0;

const announcement = {
  memberState: 'Rwanda',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: '850',
  unit: 'troops',
  description: 'One infantry battalion, self-sustained, ready within sixty days of a request',
  announcedOn: '2025-05-13',
};
