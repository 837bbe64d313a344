/** From what a question was answered to bytes with a tag: written once, however many are sent it. */
import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Answer } from '@pledgeline/event-sourcing';
import type { ComputedAnswer } from './shared-answers.ts';

/** Below it, headers and packets are most of what is sent. */
const WORTH_COMPRESSING = 1024;
/** Fast: a level more saves a few per cent, and takes twice the time. */
const LEVEL = 4;
/** Hexadecimal digits. */
const TAG_LENGTH = 12;

export const prepared = ({
  content,
  mediaType,
  fileName,
  headers = {},
  untagged = [],
  otherwiseFor = [],
}: Answer): ComputedAnswer => {
  if (content instanceof Uint8Array)
    return {
      mediaType: mediaType ?? 'application/octet-stream',
      body: content,
      gzip: null,
      tag: hash('sha256', content).slice(0, TAG_LENGTH),
      ...{ fileName: fileName ?? null, headers, otherwiseFor },
    };
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const tagged = untagged.length === 0 ? text : JSON.stringify(without(content as object, untagged));
  const body = bytes(text);
  return {
    mediaType: mediaType ?? 'application/json; charset=utf-8',
    body,
    gzip: body.byteLength < WORTH_COMPRESSING ? null : owned(gzipSync(body, { level: LEVEL })),
    tag: `${revisionOf(content)}${hash('sha256', tagged).slice(0, TAG_LENGTH)}`,
    fileName: fileName ?? null,
    headers,
    otherwiseFor,
  };
};

const without = (content: object, members: readonly string[]): object =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !members.includes(name)));

/** What `If-Match` is compared with stands first. */
const revisionOf = (content: unknown): string =>
  typeof content === 'object' &&
  content !== null &&
  'revision' in content &&
  typeof content.revision === 'number'
    ? `${content.revision}.`
    : '';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** In a buffer of its own, which can be handed over to another thread. */
const owned = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);
