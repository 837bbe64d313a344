/** What fits the example commands of the implementation track to a pledge on which any example would fall flat. */
import { addDays, type EvidenceKind, IN_USE } from '@pledgeline/contracts';
import { categoryOf } from '../category.ts';
import type { ImplementationCommands } from '../implementation/implementation.state.ts';
import type { Pledge } from '../state.ts';
import { idOf } from './named-events.ts';

type Changes = { readonly [Type in keyof ImplementationCommands]?: object };

/** @param n which step of the walk it is: what a command makes has the id of its step. */
export const suitedToImplementation = (pledge: Pledge, today: string, body: number, n: number): Changes => {
  const milestones = pledge.implementation?.milestones ?? [];
  const evidence = pledge.implementation?.evidence ?? [];
  const milestoneId = milestones.find(({ metOn }) => metOn === null)?.milestoneId ?? idOf(6999);
  const waiting = evidence.find(({ standing }) => standing === 'SUBMITTED');
  const evidenceId = waiting?.evidenceId ?? idOf(6998);
  const usable = evidence.filter(({ standing }) => standing !== 'REJECTED');
  const kind: EvidenceKind = body % 2 === 0 ? 'PHOTO' : 'LINK';
  const inUse = categoryOf(pledge) === 'EQUIPMENT' ? IN_USE : null;
  return {
    PlanImplementation: {
      milestones: Array.from({ length: 1 + (body % 3) }, (_, nth) => ({
        milestoneId: idOf(6000 + n * 10 + nth),
        text: 'Done',
        dueOn: addDays(today, 30 * (nth + 1)),
        measure: null,
        template: nth === 0 ? inUse : null,
      })),
    },
    ReviseMilestone: { milestoneId, text: `Done, ${n}`, dueOn: null },
    MeetMilestone: { milestoneId, evidence: usable.map((held) => held.evidenceId) },
    SubmitEvidence: {
      evidenceId: idOf(7000 + n),
      kind,
      sha256: kind === 'LINK' ? null : n.toString(16).padStart(64, 'e'),
      url: kind === 'LINK' ? `https://example.org/${n}` : null,
    },
    VerifyEvidence: { evidenceId },
    RejectEvidence: { evidenceId },
  };
};
