/** A server that answers every question well formed, but with the same hostile text wherever a text may stand. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as whole } from 'node:stream/consumers';

export interface HostileServer {
  readonly url: string;
  /** What it answers to a method and the beginning of a path. */
  answer: (method: string, path: string) => { readonly status: number; readonly body: unknown };
  close(): Promise<void>;
}

export const openHostileServer = async (): Promise<HostileServer> => {
  const http = createServer((request, response) => {
    void whole(request).then(() => {
      const { status, body } = server.answer(request.method ?? '', request.url ?? '');
      const csv = typeof body === 'string';
      response
        .writeHead(status, { 'content-type': csv ? 'text/csv' : 'application/json' })
        .end(csv ? body : JSON.stringify(body));
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server: HostileServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    answer: () => ({ status: 200, body: {} }),
    close: async () => {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
  return server;
};

/** The same value with another text in place of each of its texts, but for those under the names kept. */
export const withTexts = (value: unknown, put: string, kept: readonly string[] = []): unknown => {
  if (typeof value === 'string') return put;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, put, kept));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      kept.includes(name) ? item : withTexts(item, put, kept),
    ]),
  );
};
