import { recentWrites } from './recent-writes.ts';

const asked: unknown[] = [];
const projector = {
  waitFor: (...what: readonly unknown[]) => {
    asked.push(what);
    return Promise.resolve(true);
  },
};
beforeEach(() => {
  asked.length = 0;
});

it('what was written under a name is waited for once', async () => {
  const recent = recentWrites(projector, 7);
  recent.note('offer', 'pledge-1', 0);
  await recent.arrived('other', 'offer');
  await recent.arrived('offer');
  expect(asked).toEqual([['pledge-1', 0, 7]]);
});

it('the newest write of a name counts', async () => {
  const recent = recentWrites(projector);
  recent.note('offer', 'pledge-1', 0);
  recent.note('offer', 'pledge-2', 3);
  await recent.arrived('offer');
  expect(asked).toEqual([['pledge-2', 3, 1000]]);
});

it('what does not arrive in time is said, also to who asks later, who does not wait for it again', async () => {
  let has = false;
  const late = { waitFor: (...what: readonly unknown[]) => (asked.push(what), Promise.resolve(has)) };
  const recent = recentWrites(late, 7);
  recent.note('offer', 'pledge-1', 0);
  expect(await recent.arrived('other', 'offer')).toBe(false);
  expect(await recent.arrived('offer')).toBe(false);
  has = true;
  expect(await recent.arrived('offer')).toBe(true);
  expect(await recent.arrived('offer', 'other')).toBe(true);
  expect(asked).toEqual([
    ['pledge-1', 0, 7],
    ['pledge-1', 0, 0],
    ['pledge-1', 0, 0],
  ]);
});
