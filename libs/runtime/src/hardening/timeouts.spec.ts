/** Clients that are slow, by mistake or on purpose, are told so and lose their connection. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { hardenedService } from '../testing/hardened-service.ts';
import type { HardenedService } from '../testing/hardened-service.ts';
import { serverTimeouts, TIMEOUTS } from './timeouts.ts';

let service: HardenedService;
beforeAll(async () => {
  const timeouts = { headersMs: 100, requestMs: 200, keepAliveMs: 100, checkEveryMs: 20 };
  service = await hardenedService({}, { timeouts });
});
afterAll(() => service.close());

/** Says the words and nothing more. @returns what it hears until the server hangs up. */
const heard = async (words: string): Promise<string> => {
  const socket = service.connect();
  const answer = text(socket);
  await once(socket, 'connect');
  socket.write(words);
  return answer;
};

it('who never finishes its headers', async () => {
  expect(await heard('GET /boards HTTP/1.1\r\nhost: here\r\n')).toMatch(
    /^HTTP\/1\.1 408 [^]*REQUEST_TIMEOUT/,
  );
});

it('who never finishes its body', async () => {
  const head = 'POST /session HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 9';
  expect(await heard(`${head}\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 408 [^]*REQUEST_TIMEOUT/);
});

it('who connects and says nothing', async () => {
  expect(await heard('')).toMatch(/^HTTP\/1\.1 408 /);
});

it('who keeps its connection after an answer, and asks nothing more', async () => {
  expect(await heard('GET /boards HTTP/1.1\r\nhost: here\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
});

it('the usual limits are those of a patient server, and in the order that Node asks for', () => {
  const { requestTimeout, keepAliveTimeout, http } = serverTimeouts(TIMEOUTS);
  expect(http.headersTimeout).toBeLessThan(requestTimeout);
  expect(requestTimeout).toBeLessThanOrEqual(30_000);
  // Were it shorter than the proxy's, the proxy would use connections that are just being closed.
  expect(keepAliveTimeout).toBeGreaterThan(60_000);
});
