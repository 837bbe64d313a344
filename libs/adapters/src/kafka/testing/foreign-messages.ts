/** What others may write to the internal topic: each kind of message that is none of ours, made from one that would be. */
import { randomUUID } from 'node:crypto';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { messageOf } from '../cloud-event.ts';

export interface ForeignMessage {
  readonly key: string | null;
  readonly value: string | Buffer | null;
  readonly headers: Readonly<Record<string, string | string[]>>;
}

/** Well formed, of an event that no log has. */
export const forged = (stream = `s-${randomUUID()}`, revision = 0): ForeignMessage =>
  messageOf({ ...recorded({ type: 'Noted', data: { n: 0 } }, revision, stream), id: randomUUID() }, true);

type Change = (message: ForeignMessage) => Partial<ForeignMessage>;

const header =
  (name: string, value: string | string[] | undefined): Change =>
  ({ headers: { [name]: _, ...others } }) => ({
    headers: { ...others, ...(value !== undefined && { [name]: value }) },
  });

const metadata = (change: Readonly<Record<string, unknown>>): Change => {
  const { metadata: ours } = recorded({ type: 'Noted', data: {} }, 0);
  return header('pledgeline_metadata', JSON.stringify({ ...ours, ...change }));
};

const CHANGES: Readonly<Record<string, Change>> = {
  'no value': () => ({ value: null }),
  'an empty value': () => ({ value: '' }),
  'text instead of JSON': () => ({ value: 'secret' }),
  'bytes of another encoding': () => ({ value: Buffer.from([0, 0, 0, 0, 7, 255, 254]) }),
  'text alone': () => ({ key: null, value: 'secret', headers: {} }),
  'JSON alone': () => ({ key: null, value: '{"secret":1}', headers: {} }),
  'nothing at all': () => ({ key: null, value: null, headers: {} }),
  'no key': () => ({ key: null }),
  'the key of another stream': () => ({ key: randomUUID() }),
  'its headers in the value, as CloudEvents have it otherwise': ({ value }) => ({
    value: JSON.stringify({ specversion: '1.0', data: value }),
    headers: { 'content-type': 'application/cloudevents+json' },
  }),
  ...Object.fromEntries(
    [
      ...['ce_specversion', 'ce_source', 'ce_id', 'ce_type', 'ce_schemaversion', 'ce_stream'],
      ...['ce_revision', 'ce_position', 'ce_recordedat', 'pledgeline_metadata'],
    ].map((name) => [`no header ${name}`, header(name, undefined)]),
  ),
  'a header twice': ({ headers }) => ({ headers: { ...headers, ce_id: [randomUUID(), randomUUID()] } }),
  'CloudEvents of another version': header('ce_specversion', '0.3'),
  'another source': header('ce_source', 'urn:secret'),
  'an id that is none': header('ce_id', ''),
  'no type': header('ce_type', ''),
  'a schema version of zero': header('ce_schemaversion', '0'),
  'a schema version that is no number': header('ce_schemaversion', 'v1'),
  'a stream without an id': header('ce_stream', 'secret'),
  'a stream of the store itself': header('ce_stream', '$all'),
  'a negative revision': header('ce_revision', '-1'),
  'a broken revision': header('ce_revision', '1.5'),
  'a revision beyond all numbers': header('ce_revision', '9'.repeat(30)),
  'a position that no log has': header('ce_position', 'secret'),
  'a day instead of a time': header('ce_recordedat', 'yesterday'),
  'metadata that are not JSON': header('pledgeline_metadata', 'secret'),
  'metadata of null': header('pledgeline_metadata', 'null'),
  'metadata in a list': header('pledgeline_metadata', '[]'),
  'metadata without an actor': metadata({ actor: undefined }),
  'metadata with a number for an actor': metadata({ actor: 7 }),
  'metadata with a number for a salt': metadata({ salt: 7 }),
  'metadata without a trace, but with null for it': metadata({ traceparent: null }),
  'metadata of an unknown visibility': metadata({ visibility: 'SECRET' }),
};

/** By kind, each message of a stream of its own. */
export const foreignMessages = (): readonly (readonly [kind: string, message: ForeignMessage])[] =>
  Object.entries(CHANGES).map(([kind, change]) => {
    const message = forged();
    return [kind, { ...message, ...change(message) }];
  });
