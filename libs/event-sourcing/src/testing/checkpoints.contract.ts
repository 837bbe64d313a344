/** What every place for checkpoints promises. Positions are opaque: any text comes back as it was. */
import type { Checkpoints } from '../checkpoints.ts';
import { newId } from '../ids.ts';

export interface OpenCheckpoints {
  readonly checkpoints: Checkpoints;
  /** Opens the same place again, as after a restart. */
  reopen(): Promise<Checkpoints>;
  close(): Promise<void>;
}

export const checkpointsContract = (name: string, open: () => Promise<OpenCheckpoints>): void => {
  describe(`checkpoints: ${name}`, () => {
    let opened: OpenCheckpoints;
    let checkpoints: Checkpoints;
    let group: string;

    beforeEach(async () => {
      opened = await open();
      ({ checkpoints } = opened);
      group = `group-${newId()}`;
    });
    afterEach(() => opened.close());

    it('a group that saved nothing has none', async () => {
      expect(await checkpoints.load(group)).toBeUndefined();
    });

    it('the newest is the one that counts, also when it is smaller', async () => {
      for (const position of ['1', 'C:900/P:899', '7']) await checkpoints.save(group, position);
      expect(await checkpoints.load(group)).toBe('7');
    });

    it('groups do not share them', async () => {
      const other = `${group}-other`;
      await checkpoints.save(group, '1');
      await checkpoints.save(other, '2');
      expect(await checkpoints.load(group)).toBe('1');
      await checkpoints.forget(group);
      expect(await checkpoints.load(group)).toBeUndefined();
      expect(await checkpoints.load(other)).toBe('2');
    });

    it('a group can be forgotten twice, and begin anew', async () => {
      await checkpoints.forget(group);
      await checkpoints.forget(group);
      await checkpoints.save(group, '3');
      expect(await checkpoints.load(group)).toBe('3');
    });

    it('they outlive a restart', async () => {
      await checkpoints.save(group, '42');
      expect(await (await opened.reopen()).load(group)).toBe('42');
    });
  });
};
