/** A pledge of the Republic of Korea, on the log. */
import { commandFor, ORDINARY_ENTRY, streamName, ANNOUNCEMENT_DEFAULTS } from '@pledgeline/contracts';
import type { CommandOf, PledgeCommands } from '@pledgeline/pledge';
import { by, id } from './a-request.ts';

export const announceAt = async (
  pledges: PledgeCommands,
  changes: Partial<CommandOf<'AnnouncePledge'>['data']> = {},
): Promise<string> => {
  const pledgeId = changes.pledgeId ?? id(1);
  const data = {
    pledgeId,
    reference: 'none/KOR/INF-BN-00001',
    conference: null,
    memberState: 'KOR',
    memberStateAsStated: 'Korea',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    quantity: null,
    description: 'A battalion',
    timeframe: null,
    partners: [],
    source: 'Press',
    ...ORDINARY_ENTRY,
    duplicateChecked: false,
    like: null,
    shareAimedAt: null,
    ...ANNOUNCEMENT_DEFAULTS,
    ...changes,
  };
  const command = commandFor(by(900).commandContext, 'AnnouncePledge', data, '2025-06-01');
  await pledges(streamName('pledge', pledgeId), {
    ...command,
    meta: { ...command.meta, commandId: pledgeId },
  });
  return pledgeId;
};
