/** Evidence handed in and judged: lifecycle page, section 7. Nobody judges his own. */
import type { Decision, Precondition } from '../circumstances.ts';
import { conflict, forbidden, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import type { Evidence } from './implementation.state.ts';

/** A document by its hash or an address, or both; each only once on a pledge, also when it was rejected. */
export const submitEvidence: Decision<'SubmitEvidence'> = ({ data }, pledge, { on }) => {
  const { evidenceId, sha256, url } = data;
  if (sha256 === null && url === null) {
    throw invalid('EVIDENCE_MISSING', 'Evidence is a document by its hash, or an address.', {
      allowed: ['sha256', 'url'],
    });
  }
  if (url !== null) mustSay('url', url);
  if (find(pledge, evidenceId) !== undefined) {
    throw conflict('EVIDENCE_ID_REUSED', 'Other evidence has this id.', { field: 'evidenceId' });
  }
  const held = (pledge.implementation?.evidence ?? []).find(
    (earlier) => (sha256 !== null && earlier.sha256 === sha256) || (url !== null && earlier.url === url),
  );
  if (held !== undefined) {
    throw conflict('SAME_DOCUMENT', 'This document is on the pledge already.', {
      field: sha256 !== null && held.sha256 === sha256 ? 'sha256' : 'url',
      evidenceId: held.evidenceId,
    });
  }
  return [{ type: 'EvidenceSubmitted', data: { ...data, submittedOn: on } }];
};

/** Also asked without a command: whether any evidence waits. */
export const waitingEvidence: Precondition<'VerifyEvidence' | 'RejectEvidence'> = (
  pledge,
  _circumstances,
  command,
) => {
  const evidence = pledge.implementation?.evidence ?? [];
  const named =
    command === null
      ? (evidence.find(({ standing }) => standing === 'SUBMITTED') ?? evidence[0])
      : find(pledge, command.data.evidenceId);
  if (named === undefined) {
    return missing('UNKNOWN_EVIDENCE', 'No such evidence was submitted.', { field: 'evidenceId' });
  }
  return named.standing === 'SUBMITTED'
    ? undefined
    : conflict('EVIDENCE_SETTLED', `This evidence was judged already: ${named.standing}.`, {
        field: 'evidenceId',
        standing: named.standing,
      });
};

export const verifyEvidence: Decision<'VerifyEvidence'> = ({ data, meta }, pledge) => {
  mustBeAnothers(find(pledge, data.evidenceId), meta.actor);
  return [{ type: 'EvidenceVerified', data }];
};

/** A milestone that rested on this evidence alone is open again, so that it can be met by better. */
export const rejectEvidence: Decision<'RejectEvidence'> = ({ data, meta }, pledge) => {
  mustBeAnothers(find(pledge, data.evidenceId), meta.actor);
  mustSay('reason', data.reason);
  const reopenedMilestones = (pledge.implementation?.milestones ?? [])
    .filter(
      ({ evidence }) => evidence.length > 0 && !evidence.some((id) => stands(id, data.evidenceId, pledge)),
    )
    .map(({ milestoneId }) => milestoneId);
  return [{ type: 'EvidenceRejected', data: { ...data, reopenedMilestones } }];
};

const stands = (id: string, rejectedNow: string, pledge: Pledge): boolean =>
  id !== rejectedNow && find(pledge, id)?.standing !== 'REJECTED';

const mustBeAnothers = (evidence: Evidence | undefined, actor: string): void => {
  if (evidence?.submittedBy !== actor) return;
  throw forbidden('SELF_VERIFICATION', 'Evidence is judged by another than the one who submitted it.', {
    field: 'evidenceId',
  });
};

const find = ({ implementation }: Pledge, id: string): Evidence | undefined =>
  implementation?.evidence.find(({ evidenceId }) => evidenceId === id);
