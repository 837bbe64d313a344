export { isFor, messageOf } from './cloud-event.ts';
export { ensureTopics } from './ensure-topics.ts';
export type { TopicDeclaration } from './ensure-topics.ts';
export type { KafkaSasl, KafkaSettings } from './kafka-client.ts';
export { kafkaDelivery } from './kafka-delivery.ts';
export type { KafkaDeliveryOptions } from './kafka-delivery.ts';
export { kafkaPublisher } from './kafka-publisher.ts';
export type { KafkaPublisherOptions } from './kafka-publisher.ts';
export type { PublishedTopic } from './topic-batches.ts';
