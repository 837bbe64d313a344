/** How answers about the registers of names look. */
import { ALL_REGISTERS, REGISTERS } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
  flag,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import type { KnownEntry } from '../../views/names-known.ts';

const register = oneOf(REGISTERS);
const anyRegister = oneOf(ALL_REGISTERS);
const revision = said(orNull(whole), 'of what the desk has entered; null where that is nothing');

export const registerList = object('RegisterList', {
  items: list(
    object('RegisterSummary', {
      register,
      entries: said(whole, 'how many things it knows'),
      takesNew: said(flag, 'the desk may add new things; to the others it adds names alone'),
      revision,
    }),
  ),
  total: whole,
  ...answeredAt,
});

const entry = object('RegisterEntry', {
  code: text,
  name: text,
  aliases: said(list(text), 'other names that mean it, in any case and spelling'),
  entered: said(list(text), 'those of them that the desk has added'),
  kind: said(orNull(text), 'in the words of the register; of a training centre its country'),
  from: said(orNull(text), 'a day, a month or a year, as exact as known'),
  to: orNull(text),
  source: text,
} satisfies Properties<KnownEntry>);

export const registerPage = object('Register', {
  register,
  takesNew: flag,
  items: list(entry),
  total: said(whole, 'how many there are under the filter'),
  revision,
  ...commandsNowFields,
  ...answeredAt,
});

const unknownName = object('UnknownName', {
  register: anyRegister,
  asStated: said(text, 'as most of these pledges say it'),
  spellings: list(text),
  fields: said(list(text), 'where it is said, as the page of a pledge has it'),
  pledges: said(whole, 'how many pledges say it'),
  references: said(list(text), 'of these pledges, 100 at most'),
  needs: said(list(uuid), 'ids of the needs that say it, or to which an offer says it, 100 at most'),
  nearest: said(list(object('NearestName', { code: text, name: text })), 'what may be meant'),
});

export const unknownNameList = countedPage('UnknownNameList', unknownName);

export type RegisterList = Static<typeof registerList>;
export type RegisterPage = Static<typeof registerPage>;
export type UnknownNameList = Static<typeof unknownNameList>;
export type UnknownName = Static<typeof unknownName>;
