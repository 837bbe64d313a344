/** The Kafka topics of the system: what each carries, and how each is kept. Subscribers' documents are made from this list. */
import type { Visibility } from '@pledgeline/event-sourcing';

export interface EventTopic {
  /** What follows the prefix, `pledgeline.events` by default. */
  readonly suffix: string;
  /** Who may read it. */
  readonly audience: Visibility;
  /** The visibilities it carries: everything its readers may see, and nothing else. */
  readonly carries: readonly Visibility[];
  readonly summary: string;
}

/** The prefix of topic names where none is configured. */
export const TOPIC_PREFIX = 'pledgeline.events';

/** Keys decide order, and a key must stay on its partition: changing this number breaks the order of what is there. */
export const TOPIC_PARTITIONS = 6;

/** What follows the prefix in the name of the topic that feeds our own services. */
export const INTERNAL_TOPIC = 'internal.v1';

export const eventTopics: readonly EventTopic[] = [
  {
    suffix: INTERNAL_TOPIC,
    audience: 'INTERNAL',
    carries: ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'],
    summary: 'Every event; alone feeds the services of Pledgeline.',
  },
  {
    suffix: 'member-states.v1',
    audience: 'MEMBER_STATES',
    carries: ['PUBLIC', 'MEMBER_STATES'],
    summary: 'What all member states may know.',
  },
  {
    suffix: 'public.v1',
    audience: 'PUBLIC',
    carries: ['PUBLIC'],
    summary: 'What everybody may know.',
  },
];
