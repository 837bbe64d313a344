/** How a command looks that the reader may send now. */
import { object, oneOf, text, type Static } from '../../answers/answer-schema.ts';

export const commandLink = object('CommandLink', {
  command: text,
  method: oneOf(['POST']),
  href: text,
});

export type CommandLink = Static<typeof commandLink>;
