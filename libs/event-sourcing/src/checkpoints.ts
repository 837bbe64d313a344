/** The port that remembers how far each group has come. */
import type { Position } from './event.ts';

export interface Checkpoints {
  load(group: string): Promise<Position | undefined>;
  save(group: string, position: Position): Promise<void>;
  /** Forgets a group, so that it starts from the beginning of the log. */
  forget(group: string): Promise<void>;
}
