/**
 * Accountability page, section 0: visibility is a default by type and version; an event may be narrower, never wider. What an
 * event was stored with stays, whatever its type is for today.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { isWider, type RecordedEvent, type Visibility } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { Caller } from '../command-context.ts';
import { contractRecord, type ContractSources } from '../documents/contract-record.ts';
import { asyncApiDocument } from '../documents/async-api.ts';
import { mayReadEvent } from '../readable-events.ts';
import { eventTopics, TOPIC_PARTITIONS } from '../topics.ts';
import { catalogue, eventContract, eventContracts } from './catalogue.ts';
import { defaultVisibility, eventsOf } from './event-contract.ts';

/** As gaps are to become: for states in version 1, for everybody from version 2 on. */
const opened = eventsOf('gap')({
  type: 'GapOpened',
  owner: 'verification',
  schemaVersion: 3,
  visibility: 'PUBLIC',
  visibilityOf: { 1: 'MEMBER_STATES' },
  summary: 'It was opened.',
  data: Type.Object({}),
  upcasters: { 1: (data) => data, 2: (data) => data },
});

it.each<[number, Visibility]>([
  [1, 'MEMBER_STATES'],
  [2, 'PUBLIC'],
  [3, 'PUBLIC'],
])('version %i is by default for %s', (version, visibility) => {
  expect(defaultVisibility(opened, version)).toBe(visibility);
});

it('what is written is by default for the readers of the newest version', () => {
  for (const { type } of eventContracts) {
    const { schemaVersion, visibility } = catalogue.describe(type);
    expect(defaultVisibility(eventContract(type), schemaVersion)).toBe(visibility);
  }
});

it('only older versions have a default of their own', () => {
  for (const { type, schemaVersion, visibilityOf } of eventContracts) {
    const versions = Object.keys(visibilityOf).map(Number);
    expect([type, versions.filter((version) => version < 1 || version >= schemaVersion)]).toEqual([type, []]);
  }
});

const folder = new URL('../../stored/', import.meta.url);
const stored = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedEvent,
);

it('no stored event is for more readers than its version', () => {
  for (const { type, schemaVersion, metadata } of stored) {
    const byDefault = defaultVisibility(eventContract(type), schemaVersion);
    expect([type, schemaVersion, isWider(metadata.visibility, byDefault)]).toEqual([
      type,
      schemaVersion,
      false,
    ]);
  }
});

const someone = (role: Caller['role'], state: string | null = null): Caller => ({
  subject: 'a',
  role,
  state,
});

describe('an event of an older version', () => {
  const public_ = eventContracts.filter(({ upcasters, visibility }) => {
    return visibility === 'PUBLIC' && Object.keys(upcasters).length > 0;
  });

  it.each(public_.map(({ type }) => type))('%s, stored for fewer than its type is for, stays so', (type) => {
    for (const visibility of ['MEMBER_STATES', 'INTERNAL'] as const) {
      const kept = stored.find((event) => event.type === type && event.schemaVersion === 1);
      if (kept === undefined) throw new Error(`no ${type} of version 1 is kept`);
      const event = { ...kept, metadata: { ...kept.metadata, visibility } };
      for (const read of [event, catalogue.upcast(event), ...catalogue.corrected([event])]) {
        expect(read.metadata.visibility).toBe(visibility);
        expect(mayReadEvent(someone('PUBLIC'), read, [])).toBe(false);
        expect(mayReadEvent(someone('SUBSCRIBER'), read, [])).toBe(false);
        expect(mayReadEvent(someone('MS', 'KOR'), read, ['RWA'])).toBe(visibility === 'MEMBER_STATES');
        expect(mayReadEvent(someone('DESK'), read, [])).toBe(true);
        for (const { audience, carries } of eventTopics)
          expect(carries.includes(read.metadata.visibility)).toBe(!isWider(audience, visibility));
      }
    }
  });
});

it('the document for subscribers lists each version on the topics where it is by default', () => {
  const sources: ContractSources = {
    contracts: [opened],
    topics: eventTopics,
    partitions: TOPIC_PARTITIONS,
    headers: Type.Object({}),
  };
  const before = { ...opened, schemaVersion: 1, visibility: 'MEMBER_STATES' as const, visibilityOf: {} };
  const { events: released } = contractRecord({ ...sources, contracts: [before] }, '1.0.0', []);
  const { channels } = asyncApiDocument(contractRecord(sources, '2.0.0', released)) as {
    readonly channels: Readonly<Record<string, { readonly messages: object }>>;
  };
  const listed = Object.entries(channels).map(([name, { messages }]) => [name, Object.keys(messages)]);
  expect(listed).toEqual([
    ['internal', ['GapOpened.v1', 'GapOpened.v3']],
    ['memberStates', ['GapOpened.v1', 'GapOpened.v3']],
    ['public', ['GapOpened.v3']],
  ]);
});

it('a corrected event keeps its readers', () => {
  const event = { ...recorded({ type: 'PledgeRenewed', data: {}, visibility: 'INTERNAL' }, 0) };
  expect(catalogue.corrected([event])[0]?.metadata.visibility).toBe('INTERNAL');
});
