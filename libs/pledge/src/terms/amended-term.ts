/** A term that a state amends: accountability page, section 3. */
import { isSaid, isTermValue, NO_TERMS, TERM_NAMES } from '@pledgeline/contracts';
import type { TermName, Terms } from '@pledgeline/contracts';
import type { AmendedField, StatedChange } from '../amendment/amendment.state.ts';
import { invalid } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { termsPromised } from './terms.state.ts';

export type TermChange = Extract<AmendedField, { readonly field: `terms.${TermName}` }>;

/** The term by its field, such as `terms.mission`; undefined for another field. */
export const termNamed = (field: string): TermName | undefined =>
  TERM_NAMES.find((name) => field === `terms.${name}`);

export const isTermChange = (change: AmendedField): change is TermChange =>
  termNamed(change.field) !== undefined;

/** Nothing said is null, or an empty list. @throws {Rejected} VALUE_INVALID for what the term cannot be. */
export const termIn = (name: TermName, { field, new: value }: StatedChange): Terms[TermName] => {
  const meant = isSaid(value) ? value : NO_TERMS[name];
  if (isTermValue(name, meant)) return meant as Terms[TermName];
  throw invalid('VALUE_INVALID', `${field} cannot be ${JSON.stringify(value)}.`, { field });
};

export const termNow = (name: TermName, pledge: Pledge): Terms[TermName] =>
  termsPromised(pledge)?.[name] ?? NO_TERMS[name];

export const withTerm = (pledge: Pledge, { field, new: value }: TermChange): Pledge => {
  const name = termNamed(field);
  if (name === undefined) return pledge;
  return { ...pledge, terms: { ...(termsPromised(pledge) ?? NO_TERMS), [name]: value } };
};
