import { Type } from 'typebox';
import { eventsOf, type EventContract } from '../events/event-contract.ts';
import type { ContractRecord, ContractSources } from './contract-record.ts';
import { eventDocuments, releaseText } from './event-documents.ts';

const text = Type.String();

const moved = (changes: Partial<EventContract> = {}): EventContract => ({
  ...eventsOf('pledge')({
    type: 'UnitMoved',
    owner: 'intake',
    visibility: 'PUBLIC',
    summary: 'It moved.',
    data: Type.Object({ pledgeId: text }),
  }),
  ...changes,
});

const sourcesOf = (...contracts: EventContract[]): ContractSources => ({
  contracts,
  topics: [{ suffix: 'public.v1', audience: 'PUBLIC', carries: ['PUBLIC'], summary: 'Public.' }],
  partitions: 6,
  headers: Type.Object({ ce_id: text }),
});

const released = (sources: ContractSources, before?: ContractRecord): ContractRecord =>
  JSON.parse(releaseText(sources, before)) as ContractRecord;
const first = released(sourcesOf(moved()));

const secondVersion = moved({
  schemaVersion: 2,
  data: Type.Object({ pledgeId: text, place: text }),
  upcasters: { 1: (data) => ({ ...(data as object), place: 'unknown' }) },
});

describe('a release', () => {
  it('is 1.0.0 when it is the first', () => {
    expect(first.version).toBe('1.0.0');
  });

  it.each<[string, EventContract[], string]>([
    ['nothing changed: the same', [moved()], '1.0.0'],
    ['other words: a patch', [moved({ summary: 'It went away.' })], '1.0.1'],
    [
      'a field more: minor',
      [moved({ data: Type.Object({ pledgeId: text, note: Type.Optional(text) }) })],
      '1.1.0',
    ],
    ['a type more: minor', [moved(), moved({ type: 'UnitRested' })], '1.1.0'],
    ['a version more of a type: major', [secondVersion], '2.0.0'],
  ])('%s', (_name, contracts, version) => {
    expect(released(sourcesOf(...contracts), first).version).toBe(version);
  });

  it('is refused when it would break a subscriber', () => {
    expect(() => releaseText(sourcesOf(), first)).toThrow('UnitMoved was removed or renamed');
  });

  it('made twice changes nothing', () => {
    const second = released(sourcesOf(secondVersion), first);
    expect(released(sourcesOf(secondVersion), second)).toEqual(second);
  });
});

describe('the documents', () => {
  const versionIn = (documents: Readonly<Record<string, string>>): string =>
    String(JSON.parse(documents['asyncapi.json']!).info.version);

  it('say when they are not released yet', () => {
    expect(versionIn(eventDocuments(sourcesOf(moved()), first))).toBe('1.0.0');
    expect(versionIn(eventDocuments(sourcesOf(secondVersion), first))).toBe('2.0.0-unreleased');
  });

  it('keep every older version as it was released, for those who replay', () => {
    const second = released(sourcesOf(secondVersion), first);
    const documents = eventDocuments(sourcesOf(secondVersion), second);
    expect(Object.keys(documents)).toEqual([
      'asyncapi.json',
      'schemas/UnitMoved.v1.json',
      'schemas/UnitMoved.v2.json',
    ]);
    expect(documents['schemas/UnitMoved.v1.json']).toBe(
      eventDocuments(sourcesOf(moved()), first)['schemas/UnitMoved.v1.json'],
    );
    const { channels } = JSON.parse(documents['asyncapi.json']!);
    expect(Object.keys(channels.public.messages)).toEqual(['UnitMoved.v1', 'UnitMoved.v2']);
  });
});
