/** The words of a field, by its request and name. Each stands once: where a name means one thing everywhere, under the name alone. */
import { announcementWords } from './announcement-words.data.ts';
import { carryingOutWords } from './carrying-out-words.data.ts';
import { deskWords } from './desk-words.data.ts';
import type { FieldWords, WordsByField } from './field-words.ts';

export const everyWord: WordsByField = { ...announcementWords, ...carryingOutWords, ...deskWords };

/** Undefined for a field that nobody has found words for: a test lists these. */
export const wordsOf = (request: string, field: string): FieldWords | undefined =>
  everyWord[`${request}.${field}`] ?? everyWord[field];
