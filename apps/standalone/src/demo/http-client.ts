/** How the demo speaks to a server: plain HTTP, each act in the name of the person whose task it is. */
import type { Identify } from './identity.ts';
import type { Person } from './person.ts';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface HttpClient {
  readonly url: string;
  ask(person: Person, path: string): Promise<Answer>;
  /** The key makes ids and repeats the same in every run. */
  command(person: Person, path: string, body: unknown, key: string): Promise<Answer>;
}

export const httpClient = (url: string, identify: Identify): HttpClient => {
  const send = async (person: Person, path: string, init: RequestInit, more = {}): Promise<Answer> => {
    const response = await fetch(url + path, { ...init, headers: { ...(await identify(person)), ...more } });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  return {
    url,
    ask: (person, path) => send(person, path, {}),
    command: (person, path, body, key) =>
      send(
        person,
        path,
        { method: 'POST', body: JSON.stringify(body) },
        { 'content-type': 'application/json', 'idempotency-key': key },
      ),
  };
};
