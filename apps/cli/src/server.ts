/**
 * The one place that talks HTTP. A problem document is an answer like any other; only a server that cannot be reached
 * is an exception. Built on node:http: `fetch` needs three times the memory for a long import.
 */
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { CliError, EXIT } from './exit-codes.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Seconds the server asked to wait, where it did. */
  readonly retryAfter: number | null;
}

export interface Server {
  readonly url: string;
  get(path: string): Promise<Answer>;
  /** `key` makes a repeat of the same request safe: it is answered as the first time. */
  post(path: string, body: unknown, key?: string): Promise<Answer>;
  /**
   * Bytes as they come, for what is too long to be held.
   * @param into called with each piece.
   * @returns the answer, whose body is null where it was handed over, and a problem otherwise.
   */
  download(path: string, into: (piece: Uint8Array) => void): Promise<Answer>;
  /** Whether nobody promised what it keeps; it says so with its first answer. */
  isSimulated(): boolean;
}

export interface ServerOptions {
  readonly url: string;
  /** Who acts, for a server that trusts headers. */
  readonly actor?: string;
  /** In which role, for such a server, and for a caller who has several. */
  readonly role?: string;
  readonly token?: string | undefined;
  /** How long an answer may take. */
  readonly timeoutMs?: number;
  /** Told once, at the first answer of a server whose pledges nobody made. */
  readonly onSimulated?: () => void;
}

/** The server could not be asked, or its answer was cut short: whether it acted is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

const TIMEOUT_MS = 30_000;
const SECOND = 1000;

export const server = ({
  url,
  actor,
  role,
  token,
  timeoutMs = TIMEOUT_MS,
  onSimulated,
}: ServerOptions): Server => {
  let isSimulated = false;
  const base = baseOf(url);
  if (token !== undefined) mustKeepSecrets(base, 'a token');
  const secure = base.startsWith('https:');
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const open = secure ? httpsRequest : httpRequest;
  const identity = {
    ...(token !== undefined && { authorization: `Bearer ${headerText('a token', token)}` }),
    ...(actor !== undefined && { 'x-pledgeline-actor': headerText('an actor', actor) }),
    ...(role !== undefined && { 'x-pledgeline-role': headerText('a role', role) }),
  };

  const ask = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
    read: (response: IncomingMessage) => Promise<Answer> = asText,
  ): Promise<Answer> => {
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const request = open(base + path, { method, agent, headers: { ...identity, ...headers } });
        request.setTimeout(timeoutMs, () =>
          request.destroy(new Error(`no answer in ${timeoutMs / SECOND} s`)),
        );
        request.once('response', resolve).on('error', reject).end(body);
      });
      if (!isSimulated && response.headers['x-pledgeline-data'] === 'SIMULATED') {
        isSimulated = true;
        onSimulated?.();
      }
      return await read(response);
    } catch (error) {
      // Of who takes the pieces: the server has nothing to do with it.
      if (error instanceof CliError) throw error;
      throw new Unreachable(whyUnreachable(error as NodeJS.ErrnoException), { cause: error });
    }
  };

  return {
    url: base,
    isSimulated: () => isSimulated,
    get: (path) => ask('GET', path, {}),
    download: (path, into) => ask('GET', path, {}, undefined, (response) => piecewise(response, into)),
    post: (path, body, key) =>
      ask(
        'POST',
        path,
        { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
        JSON.stringify(body),
      ),
  };
};

const asText = async (response: IncomingMessage): Promise<Answer> => answerOf(response, await text(response));

const OK = 200;

const piecewise = async (response: IncomingMessage, into: (piece: Uint8Array) => void): Promise<Answer> => {
  if (response.statusCode !== OK) return asText(response);
  for await (const piece of response as AsyncIterable<Uint8Array>) into(piece);
  return { status: OK, body: null, retryAfter: null };
};

/** Answers with any status count: what listens there is alive. */
export const mustListen = async (target: Server): Promise<void> => {
  try {
    await target.get('/health/live');
  } catch (error) {
    throw notThere(target, error);
  }
};

/** What to say to the user; any other error stays what it is. */
export const notThere = (target: Server, error: unknown): Error =>
  error instanceof Unreachable
    ? new CliError(
        EXIT.unreachable,
        `no server at ${target.url} (${error.message}): start one with "npm start", or name another with --url`,
      )
    : (error as Error);

const baseOf = (url: string): string => {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new CliError(EXIT.usage, `not an http address: ${url}`);
  }
  return parsed.href.replace(/\/+$/, '');
};

/** A reader of a token on its way can act with it. @throws {CliError} for http to another machine */
export const mustKeepSecrets = (url: string, what: string): void => {
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === 'https:' || isLoopback(hostname)) return;
  throw new CliError(
    EXIT.usage,
    `${what} is sent over https only, or to this machine: ${origin} is neither, so nothing was sent`,
  );
};

/** `URL` writes every form of an IPv4 address with four numbers, and one of IPv6 in brackets. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

const headerText = (what: string, text: string): string => {
  if (!/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text)) {
    throw new CliError(EXIT.usage, `${what} is written in plain ASCII characters`);
  }
  return text;
};

const answerOf = ({ statusCode = 0, headers }: IncomingMessage, body: string): Answer => {
  const retryAfter = Number.parseInt(headers['retry-after'] ?? '', 10);
  return {
    status: statusCode,
    body: bodyOf(body),
    retryAfter: Number.isNaN(retryAfter) ? null : retryAfter,
  };
};

const bodyOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const whyUnreachable = ({ code, message }: NodeJS.ErrnoException): string => {
  if (code === 'ECONNREFUSED') return 'connection refused';
  return message || (code ?? 'no answer');
};
