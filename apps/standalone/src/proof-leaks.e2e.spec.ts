/**
 * What the history keeps from a reader is in no proof and in no bundle of his: every text that somebody who reads all finds in any
 * event is looked for in all that each role is handed, unless the history tells it to that role.
 */
import { ROLES } from '@pledgeline/contracts';
import { until } from '@pledgeline/event-sourcing/testing';
import { parseTlogProof, readOpening, verifyBundle } from '@pledgeline/transparency';
import { guardedHistory, SECRET, SHARED } from './testing/a-guarded-history.ts';
import { startScenario, type Body, type Scenario } from './testing/scenario.ts';

type Headers = Readonly<Record<string, string>>;

const AUDITOR: Headers = { 'x-pledgeline-actor': 'an.auditor', 'x-pledgeline-role': 'AUDITOR' };
/** Words of every schema, and ids that say nothing by themselves, are shorter. */
const SHORTEST = 5;

let scenario: Scenario;
let pledges: readonly string[];
/** Every text in the data and the metadata of any event. */
let texts: ReadonlySet<string>;

const bytesAt = async (path: string, headers: Headers): Promise<Buffer | undefined> => {
  const answer = await fetch(scenario.url + path, { headers });
  const body = Buffer.from(await answer.arrayBuffer());
  expect([path, answer.status]).toEqual([path, answer.status === 200 ? 200 : 404]);
  return answer.status === 200 ? body : undefined;
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.length < SHORTEST ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

beforeAll(async () => {
  scenario = await startScenario();
  const { unit, whole, parts, joint } = await guardedHistory(scenario);
  pledges = [unit, whole, ...parts, joint];
  const query = pledges.map((id) => `pledge=${id}`).join('&');
  await until('all of it is signed', async () => {
    const waiting = pledges.map(async (id) => {
      const { body } = await scenario.as('AUDITOR').ask(`/pledges/${id}/proof?limit=200`);
      return (body.waiting as readonly number[] | undefined)?.length === 0;
    });
    return (await Promise.all(waiting)).every(Boolean);
  });
  const all = verifyBundle((await bytesAt(`/proof/bundle?${query}`, AUDITOR)) ?? Buffer.of(), null);
  texts = new Set(all.events.flatMap(({ data, metadata }) => textsIn({ data, metadata })));
});
afterAll(() => scenario.close());

/** All that the history tells of the pledges, as one text; it has pages. */
const historyFor = async (headers: Headers): Promise<string> => {
  const pages: string[] = [];
  for (const id of pledges) {
    const history = await bytesAt(`/pledges/${id}/history?limit=200`, headers);
    pages.push(history?.toString() ?? '');
  }
  return pages.join('\n');
};

/** Proofs of pledges and of single events, and a bundle, with what they have in base64 read. */
const handedTo = async (headers: Headers): Promise<string> => {
  const handed: string[] = [];
  for (const id of pledges) {
    const proof = (await bytesAt(`/pledges/${id}/proof?limit=200`, headers))?.toString() ?? '{"items":[]}';
    handed.push(proof);
    for (const { revision } of (JSON.parse(proof) as { items: readonly Body[] }).items) {
      const one = await bytesAt(`/pledges/${id}/proof/${String(revision)}`, headers);
      const { extra } = parseTlogProof(one?.toString() ?? '');
      readOpening(JSON.parse(Buffer.from(extra ?? []).toString()));
      handed.push(Buffer.from(extra ?? []).toString());
    }
  }
  const query = pledges.map((id) => `pledge=${id}`).join('&');
  const archive = await bytesAt(`/proof/bundle?${query}`, headers);
  const { files } = verifyBundle(archive ?? Buffer.of(), null);
  // What events are read by says nothing of any event, and has the words of closed lists.
  for (const [path, bytes] of files)
    if (!/^(schemas|rules)\/|^README/.test(path)) handed.push(Buffer.from(bytes).toString());
  return handed.join('\n');
};

/** As it stands in JSON, in JSON within JSON, and on the page of the report. */
const isIn = (handed: string, text: string): boolean => {
  const once = JSON.stringify(text).slice(1, -1);
  return [text, once, JSON.stringify(once).slice(1, -1)].some((spelt) => handed.includes(spelt));
};

const READERS = ROLES.flatMap((role) =>
  role === 'MS' || role === 'PARTNER' ? ['RWA', 'KOR', 'GHA'].map((state) => [role, state]) : [[role, '']],
);

it('has something to hide', () => {
  expect([...texts].filter((text) => text === SHARED || text === SECRET)).not.toEqual([]);
  expect(texts.size).toBeGreaterThan(100);
});

it.each(READERS)('%s %s is handed nothing that the history keeps from him', async (role = '', state = '') => {
  const headers = {
    'x-pledgeline-actor': 'a.reader',
    'x-pledgeline-role': role,
    ...(state !== '' && { 'x-pledgeline-state': state }),
  };
  const [told, handed] = [await historyFor(headers), await handedTo(headers)];
  expect([...texts].filter((text) => isIn(handed, text) && !isIn(told, text))).toEqual([]);
  const isOpened = [...texts].filter((text) => isIn(handed, text));
  expect(isOpened.length).toBeGreaterThan(10);
});
