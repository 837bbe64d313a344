/** What a real run writes is what subscribers were told: 197 real pledges and the demo's scenario, against the checked-in schemas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { httpClient } from './demo/http-client.ts';
import { people } from './demo/people.ts';
import { startServer, type DemoServer } from './demo/server.ts';
import { runThreePledges } from './demo/three-pledges.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const imported = async ({ url, identify }: DemoServer, file: string): Promise<void> => {
  const { authorization = '' } = await identify(people.desk);
  const path = at(`../../../libs/contracts/data/${file}`);
  const token = { PLEDGELINE_TOKEN: authorization.replace('Bearer ', '') };
  expect(await runCli(['import', path, '--url', url], token)).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^read as: commas, UTF-8, \d+ rows\n$/) as unknown,
  });
};

const played = async (folder: string): Promise<readonly RecordedEvent[]> => {
  const env = {
    ...process.env,
    PORT: '0',
    PLEDGELINE_DATA: folder,
    PLEDGELINE_FIXED_TIME: NOW,
  };
  const server = await startServer(env);
  try {
    await imported(server, 'conferences.csv');
    await imported(server, 'pledges-real.csv');
    await runThreePledges(httpClient(server.url, server.identify), NOW.slice(0, 10), () => undefined);
  } finally {
    await server.stop();
  }
  const store = sqliteEventStore({ path: join(folder, 'events.sqlite') });
  try {
    return await store.readAll({ limit: 10_000 });
  } finally {
    await store.close();
  }
};

const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
const compiled = new Map<string, ValidateFunction>();

/** The schema as checked in, and closed: subscribers would never learn of a field that it does not name. */
const schemaOf = ({ type, schemaVersion }: RecordedEvent): ValidateFunction => {
  const file = `${type}.v${schemaVersion}.json`;
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const schema = JSON.parse(readFileSync(at(`../../../docs/schemas/${file}`), 'utf8'));
  const validate = ajv.compile({ ...schema, additionalProperties: false });
  compiled.set(file, validate);
  return validate;
};

const { EventHeaders } = JSON.parse(readFileSync(at('../../../docs/asyncapi.json'), 'utf8')).components
  .schemas;
const validateHeaders = ajv.compile({ ...EventHeaders, required: [] });

/** Those headers that repeat what is recorded; how the rest are made is the Kafka adapter's, and tested there. */
const headersOf = ({
  id,
  type,
  stream,
  revision,
  position,
  recordedAt,
  metadata,
}: RecordedEvent): object => ({
  ce_id: id,
  ce_type: type,
  ce_stream: stream,
  ce_revision: String(revision),
  ce_position: position,
  ce_recordedat: recordedAt,
  ce_correlationid: metadata.correlationId,
  ...(metadata.occurredOn !== null && { ce_occurredon: metadata.occurredOn }),
  ...(metadata.causationId !== null && { ce_causationid: metadata.causationId }),
});

it('every event of a real run is valid by the schema that its version names, and so are its headers', async () => {
  const folder = temporaryFolder();
  try {
    const events = await played(folder.path);
    expect(events.length).toBeGreaterThan(250);
    for (const event of events) {
      const validate = schemaOf(event);
      validate(event.data);
      expect([event.type, event.stream, validate.errors]).toEqual([event.type, event.stream, null]);
      validateHeaders(headersOf(event));
      expect([event.type, event.stream, validateHeaders.errors]).toEqual([event.type, event.stream, null]);
    }
    expect(compiled.size).toBeGreaterThan(15);
  } finally {
    folder.remove();
  }
});
