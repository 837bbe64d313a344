/** What subscribers are sent of acts that were recorded for others, and of annulments: accountability page, sections 8 and 9. */
import { join } from 'node:path';
import { isFor, messageOf } from '@pledgeline/adapters/kafka';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { eventTopics, redactedFor } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { asker, offer, type Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let log: readonly RecordedEvent[];

const as = (role: string, actor: string, state?: string) => ({
  'x-pledgeline-actor': actor,
  'x-pledgeline-role': role,
  ...(state !== undefined && { 'x-pledgeline-state': state }),
});
const officer = as('DESK', 'officer.one');
const another = as('DESK', 'officer.two');
const focalPoint = as('MS', 'focal.point', 'RWA');
const forRwanda = { state: 'RWA', paper: { reference: 'zz-paper', date: '2026-10-12' } };

beforeAll(async () => {
  const server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  await everyKindOfAct(asker(server.url));
  await server.close();
  const store = sqliteEventStore({ path: join(folder.path, 'events.sqlite') });
  log = await store.readAll({ limit: 1000 });
  await store.close();
});
afterAll(() => folder.remove());

const everyKindOfAct = async (ask: Ask): Promise<void> => {
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>> = officer) => {
    const reply = await ask(path, { method: 'POST', headers, body });
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const pledge = String((await post('/pledges', { ...offer('By note'), onBehalfOf: forRwanda })).location);
  const lastOf = async (type: string) => {
    const { body } = await ask(`${pledge}/history?limit=200`, { headers: officer });
    return (body.items as readonly { id: string; type: string; data: Record<string, string> }[]).findLast(
      (event) => event.type === type,
    )!;
  };
  const withdrawal = { reason: 'Needed at home', onBehalfOf: forRwanda };
  await post(`${pledge}/withdrawal`, withdrawal);
  await post(`${pledge}/acts/${(await lastOf('ActProposed')).data.actId}/rejection`, { reason: 'Another' });
  const condition = { text: 'Vehicles are given', onBehalfOf: forRwanda };
  await post(`${pledge}/conditions`, condition);
  const objection = { wholeAct: true, reason: 'Nobody wrote that' };
  await post(`${pledge}/acts/${(await lastOf('ActRecorded')).data.actId}/objection`, objection, focalPoint);
  const { annulmentId } = (await lastOf('AnnulmentProposed')).data;
  await post(`${pledge}/annulments/${annulmentId}/approval`, {}, as('ADMIN', 'records.officer'));
  await post(`${pledge}/conditions`, condition);
  const struck = { annuls: (await lastOf('ConditionDeclared')).id, reason: 'Of another pledge' };
  await post(`${pledge}/annulments`, struck, as('ADMIN', 'records.officer'));
  const proposal = (await lastOf('AnnulmentProposed')).data.annulmentId;
  await post(
    `${pledge}/annulments/${proposal}/rejection`,
    { reason: 'It is' },
    as('ADMIN', 'records.officer'),
  );
  await post(`${pledge}/withdrawal`, withdrawal);
  await post(`${pledge}/acts/${(await lastOf('ActProposed')).data.actId}/approval`, {}, another);
};

/** As the relay makes them. */
const messagesOn = ({ carries, audience }: (typeof eventTopics)[number]) =>
  log
    .filter((event) => isFor(carries, event))
    .map((event) =>
      messageOf({ ...event, data: redactedFor(event, audience) }, carries.includes('INTERNAL')),
    );
const typesOn = (topic: (typeof eventTopics)[number]) =>
  new Set(messagesOn(topic).map(({ headers }) => headers.ce_type));

it('every kind of event of acts and annulments is in the log', () => {
  const types = new Set(log.map(({ type }) => type));
  const acts = ['ActRecorded', 'ActProposed', 'ActRejected', 'ActObjected'];
  const annulments = ['AnnulmentProposed', 'EventAnnulled', 'AnnulmentRejected'];
  for (const type of [...acts, ...annulments]) expect(types).toContain(type);
});

it.each(eventTopics.filter(({ audience }) => audience !== 'INTERNAL'))(
  '$suffix carries no paper, and names no officer',
  (topic) => {
    const sent = JSON.stringify(messagesOn(topic));
    expect(sent).not.toMatch(/zz-paper|officer\.|focal\.point/);
    const types = typesOn(topic);
    for (const type of [
      'ActRecorded',
      'ActProposed',
      'ActRejected',
      'AnnulmentProposed',
      'AnnulmentRejected',
    ])
      expect(types).not.toContain(type);
  },
);

it('the acts themselves and the objection are on the topics that carry such events', () => {
  for (const topic of eventTopics) {
    const types = typesOn(topic);
    for (const type of ['PledgeAnnounced', 'ConditionDeclared', 'PledgeWithdrawn', 'ActObjected'])
      expect([topic.suffix, [...types]]).toEqual([topic.suffix, expect.arrayContaining([type])]);
  }
});

it('each topic is told of the annulment of what it carried, and of nothing else', () => {
  for (const topic of eventTopics) {
    const sent = messagesOn(topic);
    const named = sent
      .filter(({ headers }) => headers.ce_type === 'EventAnnulled')
      .flatMap(({ value }) => (JSON.parse(value) as { annuls: readonly string[] }).annuls);
    const struck = log
      .filter(({ type }) => type === 'EventAnnulled')
      .flatMap(({ data }) => (data as { annuls: readonly string[] }).annuls);
    const carried = sent.map(({ headers }) => headers.ce_id).filter((id) => struck.includes(id ?? ''));
    expect(carried.length).toBeGreaterThan(0);
    expect(named.sort()).toEqual(carried.sort());
  }
});
