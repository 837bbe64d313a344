export { kafkaDelivery } from './kafka-delivery.ts';
export type { KafkaDeliveryOptions } from './kafka-delivery.ts';
