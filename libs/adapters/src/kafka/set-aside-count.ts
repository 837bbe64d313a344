/** Counts the messages that a group has set aside, each once however often Kafka hands it over, and remembers the newest. */
import type { SetAside, SetAsideMessage } from '@pledgeline/event-sourcing';

const TOLD = 10;
/** Kafka hands over again what came after the last commit, which is less. */
const RECOGNISED = 10_000;

/** @param onMore gets the sum whenever there are more. */
export const counted = (
  onMore: (setAside: SetAside) => void,
): ((messages: readonly SetAsideMessage[]) => void) => {
  const places = new Set<string>();
  let setAside: SetAside = { count: 0, newest: [] };
  return (messages) => {
    const fresh = messages.filter(({ topic, partition, offset }) => {
      const before = places.size;
      return places.add(`${topic} ${partition} ${offset}`).size > before;
    });
    if (fresh.length === 0) return;
    for (const oldest of places) {
      if (places.size <= RECOGNISED) break;
      places.delete(oldest);
    }
    setAside = { count: setAside.count + fresh.length, newest: [...setAside.newest, ...fresh].slice(-TOLD) };
    onMore(setAside);
  };
};
