/**
 * A refusal for the order names what its reader may send instead: by his role and state, by what he did before, and where a command is
 * about a part of the pledge, only where there is such a part. Whatever is named the decider does not refuse to him for who he is.
 */
import fc from 'fast-check';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { pledge as decider } from './pledge.ts';
import type { Pledge, PledgeCommand } from './state.ts';
import { after } from './testing/a-pledge.ts';
import { actProposed } from './testing/acts.ts';
import { commands } from './testing/commands.ts';
import { historyTo } from './testing/later-life.ts';
import { choices, walk } from './testing/random-walk.ts';

interface Sender {
  readonly role: string;
  readonly state?: string;
  readonly actor?: string;
}

/** What the sender is told that he may send, who sends an acknowledgement too late, or a renewal. */
const allowedTo = (pledge: Pledge, { role, state, actor = 'somebody' }: Sender): readonly string[] | null => {
  const type = role === 'DESK' || role === 'SFGC' ? 'AcknowledgePledge' : 'RenewPledge';
  const now = '2026-02-20T12:00:00.000Z';
  const meta = metaFor({ role, actor, onBehalfOf: state ?? null, now, occurredOn: '2026-02-20' });
  try {
    decider.decide({ type, data: commands[type].data, meta } as PledgeCommand, pledge);
    return null;
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return 'allowed' in error.details && error.kind === 'conflict'
      ? (error.details.allowed as string[])
      : null;
  }
};

const by = (actor: string, events: readonly RecordedEvent[]): Pledge =>
  events.reduce(
    (state, event) => decider.evolve(state, { ...event, metadata: { ...event.metadata, actor } }),
    decider.initialState(),
  );

it('an approval is named to the second officer, and not to the first; he may still take it back', () => {
  const pledge = after([...(historyTo.REGISTERED ?? []), actProposed()]).state();
  const [act] = pledge.acts;
  const [first = ''] = act?.officers ?? [];
  const names = (actor: string) => allowedTo(pledge, { role: 'DESK', actor });
  expect(names(first)).not.toContain('ApproveAct');
  expect(names(first)).toContain('RejectAct');
  expect(names('another')).toEqual(expect.arrayContaining(['ApproveAct', 'RejectAct']));
});

it.each([
  ['an answer', 'MS', 'ProvideClarification'],
  ['an approval', 'DESK', 'ApproveAct'],
  ['what settles a condition', 'DESK', 'MeetCondition'],
  ['what confirms a partner', 'DESK', 'DeclinePartner'],
])('%s is not named where there is nothing of the kind', (_, role, command) => {
  const pledge = after(historyTo.MOU_SIGNED ?? []).state();
  const names = allowedTo(pledge, { role, ...(role === 'MS' && { state: 'RWA' }) });
  expect(names?.length).toBeGreaterThan(0);
  expect(names).not.toContain(command);
});

it('in any life, whoever is told, no command is named that another state or person has to send', () => {
  const roles = ['MS', 'DESK', 'SFGC', 'ADMIN'] as const;
  const wrong = new Set<string>();
  let told = 0;
  fc.assert(
    fc.property(choices, (taken) => {
      const life = walk(taken, ({ command, pledge }) => {
        try {
          return command === undefined ? [] : decider.decide(command, pledge);
        } catch (error) {
          if (error instanceof Rejected) return [];
          throw error;
        }
      });
      const pledge = by('amina', life);
      for (const role of roles) {
        for (const actor of ['amina', 'bo']) {
          const sender = { role, actor, ...(role === 'MS' && { state: 'RWA' }) };
          const own = allowedTo(pledge, sender) ?? [];
          told += own.length;
          if (actor === 'amina' && pledge.reclassification !== null && own.includes('ReclassifyPledge'))
            wrong.add('ReclassifyPledge to who proposed it');
          if (actor === 'amina' && pledge.acts.length > 0 && own.includes('CorrectEvent'))
            wrong.add('CorrectEvent to who recorded');
        }
        const foreign = allowedTo(pledge, { role: 'MS', state: 'ISL' }) ?? [];
        if (foreign.includes('AmendPledge')) wrong.add('AmendPledge to another state');
      }
    }),
    { numRuns: 25 },
  );
  expect([...wrong]).toEqual([]);
  expect(told).toBeGreaterThan(0);
});
