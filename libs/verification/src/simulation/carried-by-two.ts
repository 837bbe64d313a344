/** A unit that two states carry in turns: one invites, the other agrees, declines, or has not answered yet. Lifecycle page, section 5. */
import type { Step } from './act.ts';
import { beginLife, dayAfter, otherState, type Begun } from './begin-life.ts';

/** @returns the state whose turn is the second; null where none was agreed. */
export function* carriedByTwo(life: Begun): Generator<Step, string | null, string> {
  const { act, chances, idOf, n, pledgeId, state } = life;
  const partner = otherState(life);
  const other = beginLife(pledgeId, chances, n, partner);
  const on = yield {
    after: chances.between(5, 30),
    acts: [
      act('MS', 'DeclarePartnership', { pledgeId, kind: 'ROTATION', handoverTo: null, handoverOn: null }),
    ],
  };
  const proposalId = idOf('invitation');
  const share = { role: 'UNIT', part: null, share: 40, from: on, to: null } as const;
  const invitation = { pledgeId, proposalId, state: partner, body: null, ...share, consentReference: null };
  yield { after: 2, acts: [act('MS', 'InvitePartner', invitation)] };
  if (chances.inHundred(15)) return null;
  const answered = chances.between(10, 60);
  if (chances.inHundred(15)) {
    const no = { pledgeId, proposalId, reason: 'No unit is free', consentReference: null };
    yield { after: answered, acts: [other.act('MS', 'DeclinePartner', no)] };
    return null;
  }
  const agreed = yield {
    after: answered,
    acts: [other.act('MS', 'AcceptInvitation', { pledgeId, proposalId })],
  };
  const handover = dayAfter(agreed, 400);
  const turns = [
    { state, from: agreed, to: dayAfter(handover, -1) },
    { state: partner, from: handover, to: dayAfter(handover, 399) },
  ];
  yield { after: 7, acts: [act('MS', 'AgreeTurns', { pledgeId, turns })] };
  return partner;
}
