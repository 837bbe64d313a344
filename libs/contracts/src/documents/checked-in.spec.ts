import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { contractRecord, contractSources, type ContractRecord } from './contract-record.ts';
import { eventDocuments } from './event-documents.ts';
import { eventHeaders, internalHeaders } from './event-headers.ts';
import { incompatibilities } from './incompatibilities.ts';
import addFormats from 'ajv-formats';

const docs = join(import.meta.dirname, '../../../../docs');
const read = (path: string): string => readFileSync(join(docs, path), 'utf8');
const released = JSON.parse(read('schemas/released.json')) as ContractRecord;
const documents = eventDocuments(contractSources, released);
const asyncApi = JSON.parse(read('asyncapi.json'));
const schemaFiles = readdirSync(join(docs, 'schemas')).filter((name) => name !== 'released.json');

interface Message {
  readonly headers: { readonly type?: string };
  readonly examples: readonly { readonly headers: unknown; readonly payload: unknown }[];
}

const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));

describe('what is checked in', () => {
  it('is what the contracts say (npm run asyncapi writes it)', () => {
    expect(Object.fromEntries(Object.keys(documents).map((path) => [path, read(path)]))).toEqual(documents);
  });

  it('has a schema for each version of each type, and no other', () => {
    const expected = contractRecord(contractSources, '', released.events).events;
    expect(schemaFiles).toEqual(
      expected.map(({ type, schemaVersion }) => `${type}.v${schemaVersion}.json`).sort(),
    );
  });

  it('keeps every promise of the last release (npm run asyncapi:release makes a new one)', () => {
    expect(incompatibilities(released, contractSources)).toEqual([]);
  });
});

describe('the JSON Schemas', () => {
  it.each(schemaFiles)('%s compiles, and its example is valid', (file) => {
    const schema = JSON.parse(read(`schemas/${file}`));
    const [type, version] = file.split('.');
    expect(schema.$id).toBe(`urn:pledgeline:schema:${type}:${version?.slice(1)}`);
    const validate = ajv.compile(schema);
    for (const example of schema.examples) {
      validate(example);
      expect(validate.errors).toBeNull();
    }
  });
});

describe('the AsyncAPI document', () => {
  it('is valid, without a warning', async () => {
    const { document, diagnostics } = await new Parser().parse(read('asyncapi.json'));
    // 3.0.0 on purpose: what subscribers feed it to may not know a later one, and we need nothing of it.
    const others = diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version');
    expect(others.map(({ code, message, path }) => `${code} ${path.join('/')} ${message}`)).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
  });

  it('says of the headers of each message that they are an object, as Spectral asks', () => {
    const messages = Object.entries<Message>(asyncApi.components.messages);
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.filter(([, { headers }]) => headers.type !== 'object')).toEqual([]);
  });

  it('has one channel for each topic, with the types its readers may see', () => {
    const types = (channel: string): string[] =>
      Object.keys(asyncApi.channels[channel].messages).map((name) => name.replace(/\.v\d+$/, ''));
    expect(Object.values<{ address: string }>(asyncApi.channels).map(({ address }) => address)).toEqual([
      'pledgeline.events.internal.v1',
      'pledgeline.events.member-states.v1',
      'pledgeline.events.public.v1',
    ]);
    expect(types('public')).toContain('UnitDeployed');
    expect(types('public')).not.toContain('MouSigned');
    expect(types('memberStates')).toEqual(expect.arrayContaining(['UnitDeployed', 'MouSigned']));
    expect(types('memberStates')).not.toContain('GapReserved');
    expect([...new Set(types('internal'))].sort()).toEqual(
      contractSources.contracts.map(({ type }) => type).sort(),
    );
  });

  it('has messages whose examples are valid, headers and all', () => {
    // The whole document is handed in so that its references resolve: most of it is not JSON Schema.
    const whole = addFormats
      .default(new Ajv2020({ strict: false }))
      .addSchema({ ...asyncApi, id: undefined }, 'asyncapi');
    for (const [name, message] of Object.entries<Message>(asyncApi.components.messages)) {
      const at = `asyncapi#/components/messages/${name}`;
      for (const { headers, payload } of message.examples) {
        expect([name, whole.validate(`${at}/headers`, headers), whole.errors]).toEqual([name, true, null]);
        expect([name, whole.validate(`${at}/payload`, payload), whole.errors]).toEqual([name, true, null]);
      }
    }
  });

  it('promises nobody but the internal topic who acted', () => {
    const [internal] = Object.keys(internalHeaders.properties);
    expect(Object.keys(eventHeaders.properties)).not.toContain(internal);
    for (const channel of ['memberStates', 'public'])
      expect(JSON.stringify(asyncApi.channels[channel])).not.toContain(internal);
  });
});
