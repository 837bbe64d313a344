/** How answers say what their reader may do now, and what not now. */
import { list, object, said, text, type Static } from '../../answers/answer-schema.ts';
import { commandLink } from '../../views/tasks/command-link.schema.ts';

const commandNotNow = object('CommandNotNow', {
  command: text,
  code: said(text, 'as of the refusal'),
  detail: said(text, 'as of the refusal: for people, may change'),
});

/** Of every page about a thing that commands change. */
export const commandsNowFields = {
  commands: said(list(commandLink), 'what the caller may send now; none about the past'),
  notNow: said(
    list(commandNotNow),
    'what the caller may send about it at another time: what he would be refused now, and why; not what is another role’s, another state’s or another person’s, but for what he proposed and another has to decide (SAME_PERSON)',
  ),
};

export type CommandNotNow = Static<typeof commandNotNow>;
