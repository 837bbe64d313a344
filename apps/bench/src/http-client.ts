/**
 * The client of the HTTP benchmark, the same for all servers: HTTP/1.1 written by hand onto kept-alive connections, so that it
 * costs a fraction of what the cheapest server does. It understands answers with a `Content-Length`, and no others.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface HttpClient {
  /** Waits for a free connection. @returns the status. */
  post(path: string, body: string): Promise<number>;
  close(): void;
}

export interface HttpClientOptions {
  readonly connections: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const STATUS_AT = 'HTTP/1.1 '.length;

export const httpClient = (url: string, { connections, headers = {} }: HttpClientOptions): HttpClient => {
  const { hostname, port, host } = new URL(url);
  const given = Object.entries({ host, 'content-type': 'application/json', ...headers });
  const head = given.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const waiting: ((connection: Connection) => void)[] = [];
  const all = Array.from({ length: connections }, () => open(Number(port), hostname));
  const free = [...all];
  /** A server closes what was idle for long, as while others have their turn. */
  const renewed = (connection: Connection): Connection => {
    if (!connection.socket.destroyed) return connection;
    const fresh = open(Number(port), hostname);
    all[all.indexOf(connection)] = fresh;
    return fresh;
  };
  const take = (): Connection | Promise<Connection> =>
    free.pop() ?? new Promise<Connection>((resolve) => waiting.push(resolve));
  return {
    post: async (path, body) => {
      const connection = renewed(await take());
      try {
        const length = Buffer.byteLength(body);
        return await connection.send(
          `POST ${path} HTTP/1.1\r\n${head}content-length: ${length}${HEAD_END}${body}`,
        );
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(connection);
        else next(connection);
      }
    },
    close: () => {
      for (const { socket } of all) socket.destroy();
    },
  };
};

interface Connection {
  readonly socket: Socket;
  /** One at a time. */
  send(request: string): Promise<number>;
}

const open = (port: number, host: string): Connection => {
  const socket = connect({ port, host, noDelay: true });
  let text = '';
  let answered: (status: number) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf(HEAD_END);
    if (end < 0) return;
    const length = Number(LENGTH.exec(text)?.[1] ?? Number.NaN);
    if (text.length < end + HEAD_END.length + length) return;
    const status = Number(text.slice(STATUS_AT, STATUS_AT + 3));
    text = '';
    answered(status);
  });
  const broken = (error?: Error): void => {
    failed(error ?? new Error('the server closed the connection'));
  };
  socket.on('error', broken).on('close', () => {
    broken();
  });
  return {
    socket,
    send: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        socket.write(request);
      }),
  };
};
