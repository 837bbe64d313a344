/** A pledge that was registered as a capability at Level 1, on the log. */
import { streamName } from '@pledgeline/contracts';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import type { CommandOf, PledgeCommand, PledgeCommands } from '@pledgeline/pledge';
import { announceAt } from './an-announcement.ts';
import { id } from './a-request.ts';

const DOCUMENTS = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'];

export const registerAt = async (
  pledges: PledgeCommands,
  changes: Partial<CommandOf<'AnnouncePledge'>['data']> = {},
): Promise<string> => {
  const pledgeId = await announceAt(pledges, changes);
  let n = 0;
  const act = (type: PledgeCommand['type'], data: object) =>
    pledges(streamName('pledge', pledgeId), {
      type,
      data: { pledgeId, ...data },
      meta: metaFor({ role: 'SFGC', commandId: id(800 + (n += 1)) }),
    } as PledgeCommand);
  await act('AcknowledgePledge', { acknowledgementReference: 'A' });
  for (const [version, kind] of DOCUMENTS.entries()) {
    const sha256 = String(version).repeat(64);
    await act('ReceiveDocumentation', { kind, version: 1, sha256, datedOn: null, reference: null });
  }
  const notStated = {
    quantity: null,
    timeframe: null,
    deployWithinDays: null,
    target: null,
    notMeasurable: false,
  };
  await act('RegisterPledge', { capabilityCode: 'INF-BN', registrationReference: 'PCRS/1', ...notStated });
  return pledgeId;
};
