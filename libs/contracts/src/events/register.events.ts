/** Events of one register of names: what the desk adds to what everybody knows. Accountability page, section 14. */
import { Type } from 'typebox';
import { REGISTERS } from '../reference/registers.ts';
import { eventsOf } from './event-contract.ts';
import { oneOf, orNull, Text } from './field.ts';

const registerEvent = eventsOf('register');
const register = oneOf(REGISTERS);

export const NameAdded = registerEvent({
  type: 'NameAdded',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary:
    'A text, a body, a training centre or a ministry is known by this code and these names from now on.',
  data: Type.Object({
    register,
    code: Text,
    name: Text,
    aliases: Type.Array(Text),
    kind: orNull(Text),
    /** As exact as known: a day, a month, a year. */
    from: orNull(Text),
    to: orNull(Text),
    source: Text,
  }),
});

export const AliasAdded = registerEvent({
  type: 'AliasAdded',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'What bears the code is meant by another name too, from now on.',
  data: Type.Object({ register, code: Text, alias: Text, source: Text }),
});

export const AliasWithdrawn = registerEvent({
  type: 'AliasWithdrawn',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'A name that the desk had added means nothing any more, from now on.',
  data: Type.Object({ register, code: Text, alias: Text, reason: Text }),
});

export const registerEvents = [NameAdded, AliasAdded, AliasWithdrawn] as const;
