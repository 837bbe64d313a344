/** Problem documents for what no route and no filter ever sees: addresses that cannot be read, requests that are not HTTP. */
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { newId } from '@pledgeline/event-sourcing';
import { CORRELATION_HEADER } from './correlation.ts';
import { HEADERS_OF_DATA } from './hardening/security-headers.ts';
import { PROBLEM_MEDIA_TYPE, refusedBefore } from './problem.ts';

interface Refusal extends Error {
  readonly statusCode?: number | undefined;
}

interface RawReply {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(body: string): unknown;
}

/** For Fastify's `frameworkErrors`. */
export const answerUnreadableAddress = (
  { message, statusCode = 400 }: Refusal,
  { id }: { readonly id: string },
  { raw }: { readonly raw: RawReply },
): void => {
  raw.writeHead(statusCode, {
    ...HEADERS_OF_DATA,
    'content-type': PROBLEM_MEDIA_TYPE,
    [CORRELATION_HEADER]: id,
  });
  raw.end(JSON.stringify(refusedBefore(statusCode, message, id)));
};

const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

const DETAILS: Readonly<Record<number, string>> = {
  400: 'This is not HTTP.',
  408: 'The request took too long to arrive.',
  431: 'The headers are too large.',
};

/** For Fastify's `clientErrorHandler`: written to the socket by hand, since there is no request to reply to. */
export const answerWhatIsNotHttp = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const body = JSON.stringify(refusedBefore(status, DETAILS[status] ?? '', newId()));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(HEADERS_OF_DATA).map(([name, value]) => `${name}: ${value}`),
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
};
