/** Events of one set of requirements, such as the Secretariat's paper on uniformed capabilities: each edition replaces the last. */
import { Type } from 'typebox';
import { PRIORITIES } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Count, Day, oneOf, orNull, Text } from './field.ts';

const requirementEvent = eventsOf('requirements');

export const RequirementSetPublished = requirementEvent({
  type: 'RequirementSetPublished',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'A dated edition of a set of requirements is the current one; older ones stay readable.',
  data: Type.Object({
    code: Text,
    edition: Day,
    title: Text,
    source: Text,
    slots: Type.Array(
      Type.Object({
        /** Names the same place in every edition. */
        slot: Text,
        capabilityCode: Text,
        /** Null for what no mission is named for. */
        mission: orNull(Text),
        number: Count,
        priority: oneOf(PRIORITIES),
        note: orNull(Text),
      }),
    ),
  }),
});

export const requirementEvents = [RequirementSetPublished] as const;
