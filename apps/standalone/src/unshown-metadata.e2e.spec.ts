/**
 * Salts and traces are kept with events and are in no answer, for no reader: asked of a log with every type of event, and of a
 * server that took real commands. Proof page, section 2: who had the salt could try what the digest of a part stands for.
 */
import { join } from 'node:path';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { eventContracts, ROLES, speaksForAState } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { asker, desk, offer, poster } from './testing/ask.ts';
import { everyQuestion } from './testing/every-question.ts';
import { OWNER } from './testing/hidden-events.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import { headersOf, namedIn, prepareServer } from './testing/prepared-servers.ts';
import type { PreparedServer } from './testing/prepared-servers.ts';
import { runCli } from './testing/run-cli.ts';
import { SALT_MARK, storedEvent, TRACE_MARK } from './testing/stored-event.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Routes are told apart by their addresses without ids and parameters. */
const oneOfEachRoute = (questions: readonly string[]): readonly string[] => {
  const asked = new Set<string>();
  return questions.filter((question) => {
    const [path = ''] = question.split('?');
    const route = path.replace(/\/[^/]*\d[^/]*/, '/{}');
    const isFirst = !asked.has(route);
    asked.add(route);
    return isFirst;
  });
};

/** Questions about the past are dear, and so each reader has some of his own. */
const SHARES = 30;

const MARKS = new RegExp(`${SALT_MARK}|${TRACE_MARK}`);
const UNSHOWN = new RegExp(`${MARKS.source}|"?salts?"?\\s*[:=]|traceparent`);
/** It describes the salt of a part that a proof opens, which is made from that of the event. */
const DESCRIPTION = '/openapi.json';

describe('a log with every type of event', () => {
  let server: PreparedServer;
  let questions: readonly string[];
  beforeAll(async () => {
    server = await prepareServer(() => true, 'with');
    const named = everyQuestion({ ...namedIn(server.streams), edition: ['2021-06-01'] });
    questions = [...named, '/operations/read-models', '/operations/delivery', '/session', DESCRIPTION];
  });
  afterAll(() => server.close());

  it('has salts and traces to hide', () => {
    expect(server.events).toBeGreaterThan(eventContracts.length);
    for (const { type } of eventContracts) {
      const { salt, traceparent } = storedEvent(type, 'somebody', 1).event.metadata;
      expect(`${salt ?? ''} ${traceparent ?? ''}`).toMatch(new RegExp(`^${SALT_MARK}.{20} 00-${TRACE_MARK}`));
    }
  });

  const readers = ROLES.map((role): Caller => ({
    subject: 'a.reader',
    role,
    state: speaksForAState(role) ? OWNER : null,
  }));
  it.each(readers)('$role is not told them', async (reader) => {
    // Who reads everything asks everything, the others each route once and a share of the rest.
    const share = questions.filter((_question, n) => n % SHARES === readers.indexOf(reader));
    const asked = reader.role === 'AUDITOR' ? questions : [...oneOfEachRoute(questions), ...share];
    const found: string[] = [];
    let answered = 0;
    for (const question of asked) {
      const answer = await fetch(server.url + question, { headers: headersOf(reader) });
      const text = (await answer.text()) + JSON.stringify([...answer.headers]);
      if (answer.ok) answered += 1;
      if ((question === DESCRIPTION ? MARKS : UNSHOWN).test(text)) found.push(question);
    }
    expect(found).toEqual([]);
    expect(answered).toBeGreaterThan(50);
  });

  it('the log of the process does not have them', () => {
    expect(JSON.stringify(server.lines)).not.toMatch(MARKS);
  });
});

describe('real commands', () => {
  const folder = temporaryFolder();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const told: string[] = [];
  let stored: readonly RecordedEvent[];
  let lines: string;

  beforeAll(async () => {
    const server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
    const { url } = server;
    const ask = asker(url);
    const post = poster(async (path, question) => {
      const reply = await ask(path, question);
      told.push(JSON.stringify([reply.body, [...reply.headers]]));
      return reply;
    });
    const announced = await post('/pledges', offer('Traced'), { traceparent, 'idempotency-key': 'once' });
    await post('/pledges', offer('Traced'), { traceparent, 'idempotency-key': 'once' });
    const pledge = String(announced.body.location);
    await post(`${pledge}/acknowledgement`, { acknowledgementReference: 'DPO/1' });
    const late = await post(
      `${pledge}/withdrawal`,
      { reason: 'Late' },
      { ...headersOf({ subject: 'x', role: 'MS', state: 'RWA' }), 'if-match': '"0"', traceparent },
    );
    expect(late.body).toMatchObject({ code: 'VERSION_CONFLICT', eventsSince: [{ revision: 1 }] });
    await post(
      `${pledge}/withdrawal`,
      { reason: 'Not so' },
      { ...headersOf({ subject: 'x', role: 'MS', state: 'RWA' }), traceparent: `${traceparent}-more` },
    );
    for (const form of [[], ['--json']]) {
      const ran = await runCli(['history', pledge.split('/').at(-1) ?? '', ...form, '--url', url]);
      expect(ran).toMatchObject({ code: 0, err: '' });
      told.push(ran.out);
    }
    await eventually(async () => (await ask(`${pledge}/history`, { headers: desk })).status === 200);
    told.push(JSON.stringify((await ask(`${pledge}/history`, { headers: desk })).body));
    await server.close();
    lines = JSON.stringify(server.lines);
    const store = sqliteEventStore({ path: join(folder.path, 'events.sqlite') });
    stored = await store.readAll({ limit: 100 });
    await store.close();
  });
  afterAll(() => {
    folder.remove();
  });

  it('store a salt for each event, and the trace of the request where it is well-formed', () => {
    expect(stored.map(({ type, metadata }) => [type, metadata.traceparent])).toEqual([
      ['PledgeAnnounced', traceparent],
      ['PledgeAcknowledged', undefined],
      ['PledgeWithdrawn', undefined],
    ]);
    const salts = stored.map(({ metadata }) => metadata.salt ?? '');
    for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(salts).size).toBe(3);
  });

  it('tell neither, in any answer, refusal, history on the command line, or line of the log', () => {
    const all = [...told, lines].join('\n');
    for (const { metadata } of stored) expect(all).not.toContain(metadata.salt);
    expect(all).not.toContain(traceparent);
    expect(told.join('\n')).not.toMatch(UNSHOWN);
    expect(told.join('\n')).toContain('PledgeWithdrawn');
  });
});
