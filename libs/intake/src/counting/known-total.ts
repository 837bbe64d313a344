/** A pledge that another is to be counted against, as the log has it now. */
import { streamName } from '@pledgeline/contracts';
import { mustNotBeVoid, type PledgeCommands, type PledgeCommandData } from '@pledgeline/pledge';

type KnownTotal = NonNullable<PledgeCommandData['CountAgainst']['total']>;

/** Longer lines than anybody draws end here, so that no circle in old data can hold a request for ever. */
const LONGEST_LINE = 20;

/** Null where there is no such pledge. @throws {Rejected} PLEDGE_VOID */
export const knownTotal = async (pledges: PledgeCommands, totalId: string): Promise<KnownTotal | null> => {
  const { state: total } = await pledges.load(streamName('pledge', totalId));
  if (total.status === null) return null;
  mustNotBeVoid(total, 'totalId');
  const line: string[] = [];
  let above = total.counting?.against?.totalId;
  while (above !== undefined && line.length < LONGEST_LINE) {
    line.push(above);
    const { state } = await pledges.load(streamName('pledge', above));
    above = state.counting?.against?.totalId;
  }
  return { memberState: total.memberState, line };
};
