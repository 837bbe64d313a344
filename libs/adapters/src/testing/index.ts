export { KAFKA_VERSION } from '../kafka/testing/broker-jars.ts';
export { rawProducer } from '../kafka/testing/raw-producer.ts';
export type { RawProducer, TopicBatch } from '../kafka/testing/raw-producer.ts';
export { startKafka } from '../kafka/testing/start-kafka.ts';
export type { KafkaOptions, TestKafka } from '../kafka/testing/start-kafka.ts';
export { startStandIn } from '../kurrentdb/testing/stand-in.ts';
export type { StandIn, StandInOptions } from '../kurrentdb/testing/stand-in.ts';
export type { Fault } from '../kurrentdb/testing/stand-in-faults.ts';
