/** The terms of a promise, one by one. */
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { TermsField } from './announcement-fields.ts';

export type Terms = Static<typeof TermsField>;
export type TermName = keyof Terms;

export const TERM_NAMES = Object.keys(TermsField.properties) as readonly TermName[];

/** None of them is said. */
export const NO_TERMS: Terms = {
  mission: null,
  hostState: null,
  post: null,
  postsFrom: null,
  tourMonths: null,
  languages: [],
  targetGroup: null,
  implementingBody: null,
  use: null,
  validUntil: null,
  unitType: null,
  partOfUnit: null,
  womenShareTarget: null,
  hospitalLevel: null,
  accreditedOn: null,
  arrearsOwed: null,
};

/** Terms as they are written now: of those written before posts had a start, nobody said it. */
export const termsInShape = (written: Omit<Terms, 'postsFrom'> | null): Terms | null =>
  written && { postsFrom: null, ...written };

/** Whether a value is one that the term can have. */
export const isTermValue = (name: TermName, value: unknown): boolean =>
  Value.Check(TermsField.properties[name], value);

/** A list that is empty says as little as null. */
export const isSaid = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
