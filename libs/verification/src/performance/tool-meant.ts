/** Which tool of performance a name means, by what everybody knows and by what the desk has added. */
import { catalogue, namesAfter, PERFORMANCE_TOOLS, registerOf, streamName } from '@pledgeline/contracts';
import type { NameEntered, PerformanceTool } from '@pledgeline/contracts';
import { Rejected, type EventReader } from '@pledgeline/event-sourcing';

/** @throws {Rejected} UNKNOWN_TOOL, with the nearest. */
export const toolMeant = async (
  store: Pick<EventReader, 'read'>,
  written: string,
): Promise<PerformanceTool> => {
  const tools = registerOf('tools');
  const known = tools.resolve(written);
  const entered = known === undefined ? await namesIn(store) : [];
  const code = known ?? tools.resolve(written, entered);
  const tool = PERFORMANCE_TOOLS.find((one) => one === code);
  if (tool !== undefined) return tool;
  const message = `No tool of performance is known as "${written}"; allowed: ${PERFORMANCE_TOOLS.join(', ')}.`;
  throw new Rejected('invalid', 'UNKNOWN_TOOL', message, {
    field: 'tool',
    nearest: tools.nearest(written, entered),
    allowed: PERFORMANCE_TOOLS,
  });
};

const namesIn = async (store: Pick<EventReader, 'read'>): Promise<readonly NameEntered[]> => {
  const events = await store.read(streamName('register', 'tools'));
  return events.map((event) => catalogue.upcast(event)).reduce<readonly NameEntered[]>(namesAfter, []);
};
