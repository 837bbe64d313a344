/**
 * The checkpoint of a group with rows of its own. It is kept in the file of its rows, not in Kafka: rows and checkpoint live and die
 * together, whatever a power cut or a restored copy takes away. The identity names the file's own Kafka group, since a group
 * shared by two files would give each only a part.
 */
import type { Checkpoints } from '@pledgeline/event-sourcing';

/** The next offset of each partition. */
export type Offsets = ReadonlyMap<number, number>;

export interface LocalCheckpoint {
  readonly identity: string;
  readonly offsets: Offsets;
}

const PLACE = /^(?<identity>[\w-]+) (?<offsets>(?:\d+:\d+(?:,\d+:\d+)*)?)$/;

/** Undefined for a file without a place, and for one whose place is of another kind of delivery. */
export const loadLocalCheckpoint = async (
  checkpoints: Checkpoints,
  group: string,
): Promise<LocalCheckpoint | undefined> => {
  const { identity, offsets = '' } = PLACE.exec((await checkpoints.load(group)) ?? '')?.groups ?? {};
  if (identity === undefined) return undefined;
  return { identity, offsets: offsetsOf(offsets) };
};

export const saveLocalCheckpoint = (
  checkpoints: Checkpoints,
  group: string,
  { identity, offsets }: LocalCheckpoint,
): Promise<void> => checkpoints.save(group, `${identity} ${offsetsText(offsets)}`);

/** Such as `0:12,1:7`. */
export const offsetsText = (offsets: Offsets): string =>
  [...offsets]
    .sort(([one], [other]) => one - other)
    .map(([partition, next]) => `${partition}:${next}`)
    .join(',');

const offsetsOf = (text: string): Offsets =>
  new Map(
    text
      .split(',')
      .filter((part) => part !== '')
      .map((part): [number, number] => {
        const [partition = '', next = ''] = part.split(':');
        return [Number(partition), Number(next)];
      }),
  );
