/** Sets a consumer group back to the beginning of a topic, as an operator might: everything is delivered to it again. */
import { kafkaClient } from '../kafka-client.ts';
import type { KafkaSettings } from '../kafka-client.ts';

/** @throws {Error} while the group has members. */
export const deliverAgain = async (
  settings: KafkaSettings,
  groupId: string,
  topic: string,
): Promise<void> => {
  const admin = kafkaClient(settings).admin();
  await admin.connect();
  try {
    await admin.resetOffsets({ groupId, topic, earliest: true });
  } finally {
    await admin.disconnect();
  }
};
