/** Whether somebody was shown every event that there is, and each once. */
import type { Checkpoint } from './checkpoint-text.ts';
import { frontier } from './frontier.ts';
import { Differs, nameOf, type ProvedEvent } from './verify-bundle.ts';

/**
 * That the events are all leaves of the tree, each once, that each stream has its revisions one after the other from the first on,
 * and that no id comes twice: of two leaves for one place in a stream each could be shown to somebody else.
 * @throws {Differs}
 */
export const mustBeWhole = (events: readonly ProvedEvent[], { size, root }: Checkpoint): void => {
  const tree = frontier();
  const revisions = new Map<string, number>();
  const ids = new Set<string>();
  for (const event of events) {
    const { leaf, entry, stream, revision, id } = event;
    if (leaf !== tree.size()) throw new Differs(`Leaf ${tree.size()} of the tree is not in the bundle.`);
    tree.add(entry);
    const next = (revisions.get(stream) ?? -1) + 1;
    if (revision !== next)
      throw new Differs(
        `The event ${nameOf(event)} (leaf ${leaf}) comes where ${stream}@${next} is the next one of its stream.`,
      );
    if (ids.has(id)) throw new Differs(`The event ${nameOf(event)} (leaf ${leaf}) has the id of another.`);
    revisions.set(stream, revision);
    ids.add(id);
  }
  if (tree.size() !== size) throw new Differs(`Leaf ${tree.size()} of the tree is not in the bundle.`);
  if (Buffer.compare(tree.root(), root) !== 0)
    throw new Differs('The leaves of the bundle make another root than the one that was signed.');
};
