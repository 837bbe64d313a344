/**
 * Plain requests, also such as no well-behaved client would send, and what came back. An answer that docs/openapi.json does not
 * describe is an error.
 */
import { mustBeAsDocumented } from './as-documented.ts';
import type { Reply } from './reply.ts';

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text or bytes are sent as they are, anything else as JSON. */
  readonly body?: unknown;
}

export const desk = { 'x-pledgeline-actor': 'a.diallo', 'x-pledgeline-role': 'DESK' };
export const sfgc = { 'x-pledgeline-actor': 'b.kim', 'x-pledgeline-role': 'SFGC' };

export const asker =
  (url: string) =>
  async (path: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Reply> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const said = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const isOther = said === '' || /^(text\/plain|application\/(octet-stream|jsonl|zip))/.test(type);
    const reply: Reply = {
      status: response.status,
      type,
      headers: response.headers,
      body: (isOther ? {} : JSON.parse(said)) as Reply['body'],
    };
    mustBeAsDocumented(method, path, reply);
    return reply;
  };

export type Ask = ReturnType<typeof asker>;

/** A POST in a role that may. */
export const poster =
  (ask: Ask) =>
  (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
    ask(path, { method: 'POST', body, headers: { ...desk, ...headers } });

export const offer = (description: string): Record<string, unknown> => ({
  memberState: 'Rwanda',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  description,
  source: 'Note verbale 2021/118',
  additional: true,
  additionalReason: 'One of several',
});
