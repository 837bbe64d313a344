/** A log for monitors to look at: it shows and proves what a test says, also two things at once, as two instances behind a proxy do. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  checkpointText,
  consistencyPath,
  keyTexts,
  leafHash,
  nodesOf,
  rootOf,
  signerOf,
  signNote,
} from '@pledgeline/transparency';

export const ORIGIN = 'log.example/proof';
export const KEYS: ReturnType<typeof keyTexts> = keyTexts(ORIGIN, Buffer.alloc(32, 7));

const DOORS = ['checkpoint', 'consistency', 'cosigned', 'keys', 'openings'] as const;

export interface AuditedLog {
  readonly url: string;
  /** What the instance has that shows the head. */
  shown: readonly Buffer[];
  /** What the instance has that proves; undefined: the same one. */
  proving: readonly Buffer[] | undefined;
  signingKey: string;
  /** The lines that it hands out as openings, by leaf. */
  openings: readonly string[];
  /** What is answered instead, by the last part of the address. */
  readonly instead: Map<(typeof DOORS)[number], { readonly status: number; readonly body: string }>;
  close(): void;
}

export const leavesOf = (text: string, count: number): Buffer[] =>
  Array.from({ length: count }, (_, n) => leafHash(Buffer.from(`${text} ${n}`)));

export const auditedLog = async (): Promise<AuditedLog> => {
  const http = createServer(({ url = '' }, response) => {
    const at = new URL(url, 'http://log');
    const door = DOORS.find((one) => at.pathname === `/proof/${one}`) ?? 'consistency';
    const instead = log.instead.get(door);
    if (instead !== undefined) {
      const type = typeOf(instead);
      response.writeHead(instead.status, { 'content-type': type }).end(instead.body);
    } else if (door === 'checkpoint') {
      const head = checkpointText({ origin: ORIGIN, size: log.shown.length, root: rootOf([...log.shown]) });
      response.end(signNote(head, [signerOf(log.signingKey)]));
    } else if (door === 'cosigned' || door === 'keys') {
      response
        .writeHead(404, { 'content-type': 'application/problem+json' })
        .end('{"detail":"There is none."}');
    } else if (door === 'openings') {
      const [from, to] = ['from', 'to'].map((name) => Number(at.searchParams.get(name)));
      response.end(
        log.openings
          .slice(from, to)
          .map((line) => `${line}\n`)
          .join(''),
      );
    } else {
      const [from, to] = ['from', 'to'].map((name) => Number(at.searchParams.get(name)));
      prove(response, log.proving ?? log.shown, from!, to!);
    }
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const log: AuditedLog = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/proof`,
    shown: [],
    proving: undefined,
    signingKey: KEYS.signingKey,
    openings: [],
    instead: new Map(),
    close: () => {
      http.close();
      http.closeAllConnections();
    },
  };
  return log;
};

const typeOf = ({ status, body }: { readonly status: number; readonly body: string }): string => {
  if (body.startsWith('{')) return 'application/problem+json';
  return status === 200 && !body.startsWith('<') ? 'text/plain' : 'text/html';
};

const prove = (response: ServerResponse, leaves: readonly Buffer[], from: number, to: number): void => {
  if (to > leaves.length) {
    const problem = {
      code: 'BEYOND_THE_TREE',
      detail: `The newest signed tree has ${leaves.length} leaves.`,
    };
    response.writeHead(400, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    return;
  }
  const nodes = nodesOf((level) => (level === 0 ? Buffer.concat(leaves) : new Uint8Array()));
  const path = consistencyPath(nodes, from, to).map((hash) => Buffer.from(hash).toString('base64'));
  response.end(JSON.stringify({ path }));
};
