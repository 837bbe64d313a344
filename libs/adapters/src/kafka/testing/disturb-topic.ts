/** Others write to a topic of ours what is none of ours: one message of each kind, within a transaction and outside of one. */
import { kafkaClient } from '../kafka-client.ts';
import type { KafkaSettings } from '../kafka-client.ts';
import { foreignMessages, forged } from './foreign-messages.ts';
import { connectProducer, produceForeign } from './topic-feeder.ts';

/** @returns how many messages these were. */
export const disturbTopic = async (settings: KafkaSettings, topic: string): Promise<number> => {
  const messages = foreignMessages().map(([, message]) => message);
  const transactional = await connectProducer(settings);
  await produceForeign(transactional, topic, undefined, messages);
  await transactional.disconnect();
  const plain = kafkaClient(settings).producer();
  await plain.connect();
  const { headers, ...message } = forged('pledge-of-others');
  await plain.send({ topic, messages: [{ ...message, headers: { ...headers } }] });
  await plain.disconnect();
  return messages.length + 1;
};
