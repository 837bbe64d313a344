/** The documents that subscribers are given are made in another room: here they are held against what is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { dataSchemaOf, messageOf } from './cloud-event.ts';

interface Schema {
  readonly $id?: string;
  readonly properties: object;
}

const read = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../docs', path), 'utf8');
const { components } = JSON.parse(read('asyncapi.json')) as {
  components: { schemas: Record<string, Schema> };
};
const EventHeaders = components.schemas.EventHeaders!;
const InternalHeaders = components.schemas.InternalHeaders!;
const validate = addFormats.default(new Ajv2020({ strict: true })).compile(EventHeaders);

const event: RecordedEvent = {
  ...recorded({ type: 'UnitDeployed', data: {} }, 3),
  id: '5f0c1a52-3d5e-5b0f-9c1d-2e3f40516273',
  stream: 'pledge-0199e1f2-5a3b-7c1d-9e2f-0123456789ab',
};
const withCause = (causationId: string | null, occurredOn: string | null): RecordedEvent => ({
  ...event,
  metadata: { ...event.metadata, causationId, occurredOn },
});

describe('the headers of a message', () => {
  it.each([
    ['with a cause and a day', withCause('3b241101-e2bb-4255-8caf-4136c566a962', '2026-03-01')],
    ['without', withCause(null, null)],
  ])('are what subscribers are told: %s', (_name, given) => {
    validate(messageOf(given, false).headers);
    expect(validate.errors).toBeNull();
  });

  it('are all told of', () => {
    const names = (internal: boolean) =>
      Object.keys(messageOf(withCause('c', '2026-03-01'), internal).headers);
    expect(names(false).sort()).toEqual(Object.keys(EventHeaders.properties).sort());
    expect(names(true).sort()).toEqual(
      [...Object.keys(EventHeaders.properties), ...Object.keys(InternalHeaders.properties)].sort(),
    );
  });

  it('name the schema by its id', () => {
    expect(dataSchemaOf('UnitDeployed', 1)).toBe(
      (JSON.parse(read('schemas/UnitDeployed.v1.json')) as Schema).$id,
    );
  });

  it('are those of the table in docs/events.md', () => {
    const named = [...read('events.md').matchAll(/^\| `([a-z_-]+)` +\| `[a-z]+` +\|/gm)].map(
      ([, name]) => name,
    );
    expect(named.sort()).toEqual(Object.keys(EventHeaders.properties).sort());
  });
});
