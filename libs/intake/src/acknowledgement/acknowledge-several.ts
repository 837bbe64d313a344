/**
 * One notice acknowledges several pledges: each is decided by itself, so one that is refused holds up no other, and its result says
 * why. Accountability page, section 15. Each has an id of its own made from that of the request and the pledge: sent again under the
 * same key after an error, it acknowledges what is left and repeats the rest.
 */
import { commandFor, streamName, type CommandContext } from '@pledgeline/contracts';
import { derivedId, Rejected, UUID } from '@pledgeline/event-sourcing';
import type { PledgeCommands } from '@pledgeline/pledge';
import type { FindPledge } from '@pledgeline/request-fields';
import type { Acknowledged, AcknowledgedPledge } from './acknowledgements.schema.ts';
import type { AcknowledgePledgesRequest } from './acknowledgements.request.ts';

export type AcknowledgeSeveral = (
  context: CommandContext,
  request: AcknowledgePledgesRequest,
) => Promise<Acknowledged>;

/** Injection token of `AcknowledgeSeveral`. */
export const ACKNOWLEDGE_SEVERAL = Symbol('AcknowledgeSeveral');

export const acknowledgeSeveral = (pledges: PledgeCommands, find: FindPledge): AcknowledgeSeveral => {
  const acknowledge = async (
    context: CommandContext,
    pledgeId: string,
    { acknowledgementReference, occurredOn }: AcknowledgePledgesRequest,
  ) => {
    const own = { ...context, commandId: derivedId('acknowledgement', context.commandId, pledgeId) };
    const command = commandFor(own, 'AcknowledgePledge', { pledgeId, acknowledgementReference }, occurredOn);
    return pledges(streamName('pledge', pledgeId), command);
  };

  const resultOf = async (
    context: CommandContext,
    name: string,
    request: AcknowledgePledgesRequest,
  ): Promise<AcknowledgedPledge> => {
    let pledgeId: string | null = null;
    try {
      pledgeId = await find(name.trim());
      if (!UUID.test(pledgeId)) throw notFound(name);
      const { stream, revision, repeated } = await acknowledge(context, pledgeId, request);
      const outcome = repeated ? 'REPEATED' : 'ACKNOWLEDGED';
      return { pledge: name, pledgeId, outcome, after: `${stream}@${revision}`, problem: null };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const problem = { code: error.code, detail: error.message };
      const known = pledgeId !== null && UUID.test(pledgeId) ? pledgeId : null;
      return { pledge: name, pledgeId: known, outcome: 'REFUSED', after: null, problem };
    }
  };

  return async (context, request) => {
    mustNameNoRevision(context);
    const results: AcknowledgedPledge[] = [];
    // One after the other, so that a long list takes no more of the store than a short one.
    for (const name of request.pledges) results.push(await resultOf(context, name, request));
    const refused = results.filter(({ outcome }) => outcome === 'REFUSED').length;
    return { results, acknowledged: results.length - refused, refused };
  };
};

const notFound = (name: string): Rejected =>
  new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${name}.`, { field: 'pledges' });

/** @throws {Rejected} IF_MATCH_OF_SEVERAL */
const mustNameNoRevision = ({ expectedRevision }: CommandContext): void => {
  if (expectedRevision === undefined) return;
  const message = 'Each pledge has a revision of its own: send no If-Match with several pledges.';
  throw new Rejected('invalid', 'IF_MATCH_OF_SEVERAL', message, { field: 'If-Match' });
};
