import { consumerWatch } from './consumer-watch.ts';
import type { ConsumerWatch } from './consumer-watch.ts';

/** @returns at which look it was found stuck; undefined when it never was. */
const stuckAt = (watch: ConsumerWatch, looks = 30): number | undefined => {
  for (let look = 1; look <= looks; look += 1) if (watch.look()) return look;
  return undefined;
};

const stuck: readonly [string, (watch: ConsumerWatch) => void][] = [
  ['never asks', () => undefined],
  [
    'asks no more after an answer',
    (watch) => {
      watch.asks(1);
      watch.asked(1);
    },
  ],
  ['waits for an answer that does not come', (watch) => watch.asks(1)],
  ['asks no more after it has joined', (watch) => watch.joined()],
  [
    'asks no more after a batch',
    (watch) => {
      watch.works();
      watch.worked();
    },
  ],
  [
    'waits for an answer while another batch is at work',
    (watch) => {
      watch.asks(1);
      watch.works();
    },
  ],
];

it.each(stuck)('a consumer that %s is found at the tenth look', (_, what) => {
  const watch = consumerWatch();
  what(watch);
  expect(stuckAt(watch)).toBe(10);
});

it('is found where one of its brokers does not answer, whatever the others do', () => {
  const watch = consumerWatch();
  watch.asks(1);
  const looks = Array.from({ length: 10 }, () => {
    watch.asks(2);
    watch.asked(2);
    return watch.look();
  });
  expect(looks).toEqual([...Array.from({ length: 9 }, () => false), true]);
});

const alive: readonly [string, (watch: ConsumerWatch) => void][] = [
  ['begins a question', (watch) => watch.asks(1)],
  ['has an answer', (watch) => watch.asked(1)],
  ['joins', (watch) => watch.joined()],
  [
    'finishes a batch',
    (watch) => {
      watch.works();
      watch.worked();
    },
  ],
];

it.each(alive)('one that %s now and then is never taken for stuck', (_, what) => {
  const watch = consumerWatch();
  for (let turn = 0; turn < 10; turn += 1) {
    what(watch);
    expect(stuckAt(watch, 9)).toBeUndefined();
  }
});

it('one whose handler works, however long, is not stuck', () => {
  const watch = consumerWatch();
  watch.works();
  watch.works();
  watch.worked();
  expect(stuckAt(watch, 1000)).toBeUndefined();
  watch.worked();
  expect(stuckAt(watch)).toBe(10);
});
