/**
 * The smallest server that an import can be run against: it keeps what it is sent and answers by the same contract as
 * the real one. For what a real one does only on a bad day: refusing a row, going away, losing an answer.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** What to do with a request instead of taking it; undefined takes it. */
export type Mood = (asked: Asked, nth: number) => Deed | undefined;

export type Deed =
  | {
      readonly status: number;
      readonly problem: Readonly<Record<string, unknown>>;
      readonly retryAfter?: number;
    }
  | 'hang up before'
  | 'hang up after';

export interface Desk {
  readonly url: string;
  readonly asked: Asked[];
  readonly taken: Map<string, string>;
  /** The most requests that were open at the same time. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

/**
 * A forgetful desk takes everything and keeps nothing.
 * @param gather how many requests must be open at once before the first is answered.
 */
export const openDesk = async (nature: Mood | 'forgetful' = () => undefined, gather = 1): Promise<Desk> => {
  const mood: Mood = nature === 'forgetful' ? () => undefined : nature;
  const asked: Asked[] = [];
  const taken = new Map<string, string>();
  const keys = new Set<string>();
  let atOnce = 0;
  let most = 0;
  let enough = (): void => undefined;
  const gathered = new Promise<void>((resolve) => (enough = resolve));

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    if (request.method !== 'POST') {
      answer(response, 200, {});
      return;
    }
    most = Math.max(most, (atOnce += 1));
    if (atOnce >= gather) enough();
    await gathered;
    // Every request open by now is counted before the first is answered.
    await new Promise(setImmediate);
    atOnce -= 1;
    const call: Asked = {
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(body) as Record<string, unknown>,
    };
    if (nature === 'forgetful') {
      answer(response, 201, {});
      return;
    }
    asked.push(call);
    const deed = mood(call, asked.length);
    if (deed === 'hang up before') {
      request.socket.destroy();
      return;
    }
    if (typeof deed === 'object') {
      if (deed.retryAfter !== undefined) response.setHeader('retry-after', deed.retryAfter);
      answer(response, deed.status, deed.problem);
      return;
    }
    const [status, result] = call.path.endsWith('-checks') ? look(call, body) : take(call, body);
    if (deed === 'hang up after') request.socket.destroy();
    else answer(response, status, result);
  };

  const offerOf = ({ body }: Asked): string => {
    const { memberState, conference, capabilityCode, quantity, additionalNumber, code } = body;
    const offer = [memberState, conference, capabilityCode, quantity, additionalNumber];
    return typeof code === 'string' ? code : JSON.stringify(offer);
  };

  const take = (call: Asked, raw: string): [number, Record<string, unknown>] => {
    const { path, headers, body } = call;
    const id = `${path}/${offerOf(call)}`;
    const key = String(headers['idempotency-key']);
    const known = taken.get(id);
    if (known === undefined) {
      taken.set(id, raw);
      keys.add(key);
      return [201, { location: id, repeated: false }];
    }
    if (keys.has(key)) return [200, { location: id, repeated: true }];
    if (known === raw) return [200, { location: id, repeated: false }];
    const reference = `reference of ${String(body['capabilityCode'])}`;
    return [409, { code: 'DUPLICATE_ANNOUNCEMENT', reference, fields: differing(known, body) }];
  };

  /** What would become of it: nothing is kept. */
  const look = (call: Asked, raw: string): [number, Record<string, unknown>] => {
    const offer = offerOf(call);
    const known = taken.get(`/pledges/${offer}`);
    const said = { pledgeId: known === undefined || known === raw ? raw : offer, sameOffer: offer };
    if (known === undefined) return [200, { ...said, outcome: 'ADDED', fields: [] }];
    if (known === raw) return [200, { ...said, outcome: 'UNCHANGED', fields: [] }];
    const reference = `reference of ${String(call.body['capabilityCode'])}`;
    return [200, { ...said, outcome: 'DIFFERS', reference, fields: differing(known, call.body) }];
  };

  const http = createServer((request, response) => void handle(request, response));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    asked,
    taken,
    mostAtOnce: () => most,
    close: async () => {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const differing = (known: string, body: Record<string, unknown>): string[] => {
  const before = JSON.parse(known) as Record<string, unknown>;
  return [...new Set([...Object.keys(before), ...Object.keys(body)])].filter(
    (name) => before[name] !== body[name],
  );
};
