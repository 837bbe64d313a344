/**
 * By which definitions figures are counted: accountability page, section 0. Definitions are no rules of the act and not of its
 * day: a figure whose meaning changes gets a new code, the old one goes, and this number is raised. The past is counted anew
 * by the definitions of today, and says so.
 */
import { isOfThePast } from './as-of.ts';
import { orNull, said, text, whole, type FieldsOf } from './answer-schema.ts';
import type { QueryContext } from './query-context.ts';

/** 1: before accountability. 2: computed shares and classes, money by its giver, measures by the table of units. */
const NUMBER = 2;

const OF_THE_PAST =
  'This is about the past, counted by the definitions of today and not by those that were in use then.';

export const definedByFields = {
  definitions: said(
    whole,
    'by which definitions figures are counted; a figure whose meaning changes gets a new code, and this number is raised',
  ),
  definitionsNote: said(
    orNull(text),
    'says that an answer about the past is counted by the definitions of today, and that figures are SIMULATED; null otherwise',
  ),
};

export type DefinedBy = FieldsOf<typeof definedByFields>;

/** Where the log is simulated every figure is. */
const SIMULATED = 'SIMULATED: nobody promised any of this.';

/** Part of every answer with figures. */
export const definedBy = ({
  answeredAt: { asOf, knownAt },
  isSimulated,
  isPast = isOfThePast({ asOf, knownAt }),
}: Pick<QueryContext, 'answeredAt' | 'isSimulated'> & Partial<Pick<QueryContext, 'isPast'>>): DefinedBy => {
  const notes = [isSimulated && SIMULATED, isPast && OF_THE_PAST].filter(Boolean);
  return { definitions: NUMBER, definitionsNote: notes.length === 0 ? null : notes.join(' ') };
};
