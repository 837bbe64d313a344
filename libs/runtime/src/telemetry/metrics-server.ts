/** `GET /metrics` on a port of its own, and nothing else: whatever leads callers to the service never leads them here. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from '../settings.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsAddress {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** @throws {CannotStart} when it cannot listen there. */
export const serveMetrics = async (
  { host, port }: MetricsAddress,
  metrics: Metrics,
): Promise<MetricsServer> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException;
    const setting = `PLEDGELINE_METRICS_HOST=${host} PLEDGELINE_METRICS_PORT=${port}`;
    throw new CannotStart(`${setting} cannot be listened on: ${code}`, { cause: error });
  });
  const address = server.address() as AddressInfo;
  const named = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${named}:${address.port}/metrics`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
