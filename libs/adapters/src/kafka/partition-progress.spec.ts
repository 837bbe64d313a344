import { partitionProgress } from './partition-progress.ts';

describe('the lag of a member', () => {
  it('is that of all partitions it holds, once it is known of each', () => {
    const progress = partitionProgress();
    progress.hold([0, 2]);
    expect(progress.lag()).toBeNull();
    progress.measured(0, 10, 5);
    expect(progress.lag()).toBeNull();
    progress.moved(2, 8, 3);
    expect(progress.lag()).toBe(8);
    progress.moved(0, 15, 0);
    expect(progress.lag()).toBe(3);
  });

  it('is nothing for a member without partitions', () => {
    const progress = partitionProgress();
    progress.hold([]);
    expect(progress.lag()).toBe(0);
  });

  it('goes with a partition that is taken away, and is not known again of one that is given back', () => {
    const progress = partitionProgress();
    progress.hold([0, 1]);
    progress.moved(0, 1, 4);
    progress.moved(1, 1, 6);
    progress.hold([1]);
    expect(progress.lag()).toBe(6);
    progress.hold([0, 1]);
    expect(progress.lag()).toBeNull();
  });

  it('is not set back by an older measurement', () => {
    const progress = partitionProgress();
    progress.hold([0]);
    progress.moved(0, 9, 0);
    progress.measured(0, 5, 4);
    expect(progress.lag()).toBe(0);
  });
});
