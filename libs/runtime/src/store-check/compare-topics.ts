/** Whether what was published is of this log: the newest event in each partition, and the place of the relay. */
import type { PublishedPlace } from '@pledgeline/adapters/kafka';
import { eventTopics } from '@pledgeline/contracts';
import { newId, RELAY_GROUP } from '@pledgeline/event-sourcing';
import type { EventStore, Log } from '@pledgeline/event-sourcing';
import type { DistributedConfiguration } from '../configuration.ts';
import { kafkaSettings } from '../distributed-infrastructure.ts';
import { misfitOf } from './compare-places.ts';
import type { Finding } from './finding.ts';

const NAME = 'store-check';

/**
 * @returns one finding for each topic in which anything of ours is.
 * @throws {StoreUnavailable} while the log cannot be asked, and what Kafka says.
 */
export const compareTopics = async (
  store: Pick<EventStore, 'at' | 'last'>,
  distributed: DistributedConfiguration,
  log: Log,
): Promise<Finding[]> => {
  const { lockTopicOf, publishedPlaces } = await import('@pledgeline/adapters/kafka');
  const { topicPrefix } = distributed.kafka;
  const topics = eventTopics.map(({ suffix }) => `${topicPrefix}.${suffix}`);
  const lockTopic = lockTopicOf(`${topicPrefix}.${RELAY_GROUP}`);
  const groupId = `${topicPrefix}.${NAME}.${newId()}`;
  const published = await publishedPlaces(kafkaSettings(distributed, NAME, log), {
    topics,
    lockTopic,
    groupId,
  });
  const findings: Finding[] = [];
  for (const topic of [...topics, lockTopic]) {
    const places = published.filter((each) => each.topic === topic);
    if (places.length > 0) findings.push(await findingOf(store, topic, places, topic === lockTopic));
  }
  return findings;
};

const findingOf = async (
  store: Pick<EventStore, 'at' | 'last'>,
  topic: string,
  places: readonly PublishedPlace[],
  isOfRelay: boolean,
): Promise<Finding> => {
  const what = `topic ${topic}${isOfRelay ? ': the place of the relay' : ''}`;
  for (const { place } of places) {
    const why = await misfitOf(store, place);
    if (why !== null) return { what, fits: false, says: why };
  }
  const all = `the newest events of ${places.length} partitions, all of them in the log`;
  return { what, fits: true, says: isOfRelay ? (places[0]?.place.position ?? '') : all };
};
