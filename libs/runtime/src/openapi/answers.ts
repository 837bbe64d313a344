/** The answers that many operations give alike: to commands, and to a caller who has the answer already. */
import { creates, hasTag, isCommand } from './operation.ts';
import type { Operation } from './operation.ts';
import { content, header, oneOf, reference } from './response.ts';
import type { Responses } from './response.ts';

const toCommand = (description: string) => ({
  description,
  headers: {
    ETag: header('The revision of the stream now, for `If-Match`.'),
    Location: header('The address of what was changed or made.'),
    'Idempotency-Replayed': header('`true` where the key was handled before and nothing was written now.'),
  },
  content: content('application/json', 'CommandAnswer'),
});

const ETAG = {
  description:
    'Of this answer, whole for `If-None-Match`: the revision and a point, where the answer has a revision, and 12 hexadecimal digits of a digest of the answer. `If-Match` compares what stands before the point. Weak (`W/`) where the answer is compressed.',
  schema: { type: 'string', example: '"3.0c1a7e5d9b42"' },
};

/** Of what is answered from the read models. */
export const TAGGED_HEADERS = { ETag: ETAG, Age: header('How many seconds old the answer is.', 'integer') };

/** The components that operations refer to. */
export const answers: Responses = {
  Done: {
    ...toCommand(
      'The command was carried out, now or when it was sent before. With `dryRun=true`: what it would record, without the headers of a revision and a place.',
    ),
    content: oneOf('application/json', 'CommandAnswer', 'DryRunAnswer'),
  },
  Created: toCommand('The command was carried out, and made what `location` names.'),
  NotModified: { description: 'The answer is still the one of `If-None-Match`.', headers: { ETag: ETAG } },
};

/** By status, as a document lists them; a command answers `201` only where it may make something. */
export const answersOf = (operation: Operation): Responses => ({
  ...(isCommand(operation) && { 200: reference('Done') }),
  ...(creates(operation) && { 201: reference('Created') }),
  ...(hasTag(operation) && { 304: reference('NotModified') }),
});
