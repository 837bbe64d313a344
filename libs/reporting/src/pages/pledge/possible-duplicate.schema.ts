/** How a pledge looks that may be the same promise as another. */
import { STATUSES } from '@pledgeline/contracts';
import { flag, object, oneOf, orNull, text, uuid } from '../../answers/answer-schema.ts';
import { commandLink } from '../../views/tasks/command-link.schema.ts';

export const possibleDuplicate = object('PossibleDuplicate', {
  kind: oneOf(['SAME', 'NEAR'], 'DuplicateKind'),
  pledgeId: uuid,
  reference: text,
  conference: orNull(text),
  status: orNull(oneOf(STATUSES)),
  forced: flag,
  link: orNull(commandLink),
});
