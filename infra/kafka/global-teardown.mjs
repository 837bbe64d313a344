// After the integration tests: stops the Kafka that was started for them, and no other.
export default async () => {
  await globalThis.pledgelineKafka?.close();
};
