import { randomUUID } from 'node:crypto';
import { ensureTopics } from './ensure-topics.ts';
import type { TopicDeclaration } from './ensure-topics.ts';
import { asAdmin, settings } from './testing/topic-feeder.ts';

const declared = (change: Partial<TopicDeclaration> = {}): TopicDeclaration => ({
  name: `spec.${randomUUID()}`,
  partitions: 3,
  replication: 1,
  config: { 'retention.ms': '-1', 'cleanup.policy': 'delete' },
  ...change,
});

it('topics that are missing are made as declared', async () => {
  const topics = [declared(), declared({ partitions: 6 })];
  expect(await ensureTopics(settings(), topics)).toEqual([]);
  const { topics: made } = await asAdmin((admin) =>
    admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) }),
  );
  const partitionsOf = (name: string) => made.find((topic) => topic.name === name)?.partitions.length;
  expect(topics.map(({ name }) => partitionsOf(name))).toEqual([3, 6]);
});

it('asked for again, or by several at once, they are made once', async () => {
  const topic = declared();
  const asked = await Promise.all([1, 2, 3].map(() => ensureTopics(settings(), [topic])));
  expect(asked).toEqual([[], [], []]);
  expect(await ensureTopics(settings(), [topic])).toEqual([]);
});

it('what is not as declared is told by name, and left as it is', async () => {
  const topic = declared();
  await ensureTopics(settings(), [topic]);
  const other = {
    ...topic,
    partitions: 6,
    replication: 3,
    config: { 'retention.ms': '1000', 'cleanup.policy': 'compact' },
  };
  expect(await ensureTopics(settings(), [other])).toEqual([
    `topic ${topic.name} has 3 partitions, not 6`,
    `topic ${topic.name} has 1 copies, not 3`,
    `topic ${topic.name} has retention.ms=-1, not 1000`,
    `topic ${topic.name} has cleanup.policy=delete, not compact`,
  ]);
  expect(await ensureTopics(settings(), [topic])).toEqual([]);
});

it('what the broker cannot make is an error', async () => {
  const topic = declared({ replication: 5 });
  const refused = ensureTopics(settings(), [topic]);
  await expect(refused).rejects.toThrow(`${topic.name} cannot be made: Replication-factor is invalid`);
});

it('a broker that is not there is an error', async () => {
  await expect(ensureTopics(settings('127.0.0.1:1'), [declared()])).rejects.toThrow('127.0.0.1:1');
});
