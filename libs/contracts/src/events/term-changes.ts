/** Each term as an amendment changes it: with its old and its new value, each with its own kind of value. */
import { Type } from 'typebox';
import { TermsField } from './announcement-fields.ts';
import type { TermName } from './term-value.ts';
import { oneOf } from './field.ts';

const termChange = <Name extends TermName>(name: Name) =>
  Type.Object({
    field: oneOf([`terms.${name}`] as [`terms.${Name}`]),
    old: TermsField.properties[name],
    new: TermsField.properties[name],
  });

export const termChanges = [
  termChange('mission'),
  termChange('hostState'),
  termChange('post'),
  termChange('postsFrom'),
  termChange('tourMonths'),
  termChange('languages'),
  termChange('targetGroup'),
  termChange('implementingBody'),
  termChange('use'),
  termChange('validUntil'),
  termChange('unitType'),
  termChange('partOfUnit'),
  termChange('womenShareTarget'),
  termChange('hospitalLevel'),
  termChange('accreditedOn'),
  termChange('arrearsOwed'),
] as const;
