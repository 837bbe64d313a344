/** The event by which terms come to a promise that did not state them. The names are the storage format. */
import { Type } from 'typebox';
import { TermsField } from './announcement-fields.ts';
import { withStartUnsaid } from './announcement-upcasters.ts';
import { eventsOf } from './event-contract.ts';
import { Id, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const TermsStated = pledgeEvent({
  type: 'TermsStated',
  owner: 'intake',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary: 'Terms were stated of which the promise had said nothing; the others are null, or an empty list.',
  data: Type.Object({ pledgeId: Id, terms: TermsField, source: Text }),
  upcasters: { 1: withStartUnsaid },
});

export const termsEvents = [TermsStated] as const;
