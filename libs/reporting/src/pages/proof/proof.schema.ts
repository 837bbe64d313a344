/** How answers about the log of proofs look. */
import { EVENT_RULE } from '@pledgeline/transparency';
import type { ProofLogStatus } from '@pledgeline/transparency';
import {
  instant,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';

const hashText = said(text, 'a SHA-256 in base64');
const path = said(list(text), 'hashes in base64, in the order of RFC 6962');

export const proofLogSchema = object('ProofLog', {
  origin: said(text, 'which log it is: the first line of its checkpoints'),
  verifierKeys: said(
    list(text),
    'of those that sign now, the newest first. For convenience only: trust the key that you were given by another way than this server',
  ),
  size: said(whole, 'leaves of the newest signed tree'),
  rootHash: hashText,
  signedAt: said(instant, 'by the clock of the server'),
  rule: said(text, 'by which an event becomes a leaf'),
  checkpointMs: said(whole, 'least milliseconds between two heads while events come'),
});

export const inclusionProofSchema = object('InclusionProof', {
  leaf: said(whole, 'its place in the log, from 0'),
  size: said(whole, 'leaves of the tree that it is proved for'),
  leafHash: hashText,
  rootHash: said(text, 'of that tree, in base64: compare it with a signed checkpoint'),
  path,
});

export const consistencyProofSchema = object('ConsistencyProof', {
  from: said(whole, 'leaves of the older tree'),
  to: said(whole, 'leaves of the newer tree'),
  fromRoot: hashText,
  toRoot: hashText,
  path,
});

const unit = object(
  'OpeningUnit',
  {
    salt: said(text, '32 hex digits, before the text in what is hashed'),
    text: said(text, 'a JSON object in canonical form: what this part of the event says'),
    digest: said(text, '64 hex digits, in place of a part that is kept back from the reader, or erased'),
  },
  ['salt', 'text', 'digest'],
);

const openingSchema = object('Opening', {
  rule: oneOf([EVENT_RULE], 'OpeningRule'),
  leaf: said(whole, 'its place in the log, from 0'),
  units: said(
    list(unit),
    'the parts of the event in their order, each with its salt and text, or with its digest alone',
  ),
});

export const pledgeProofSchema = object('PledgeProof', {
  pledgeId: uuid,
  checkpoint: said(text, 'the signed note, byte for byte'),
  size: said(whole, 'leaves of its tree'),
  rootHash: hashText,
  signedAt: said(instant, 'by the clock of the server'),
  items: list(
    object('ProvedEvent', {
      revision: whole,
      leaf: said(whole, 'its place in the log, from 0'),
      opening: openingSchema,
      path,
    }),
  ),
  waiting: said(list(whole), 'revisions of events on this page that no signed head covers yet'),
  next: said(orNull(whole), '`from` of the next page; null on the last'),
});

export const proofStatusSchema = object('ProofStatus', {
  state: oneOf(['starting', 'building', 'following', 'retrying', 'stopped'], 'ProofLogState'),
  leaves: said(whole, 'that are kept, signed or not'),
  signedSize: orNull(whole),
  signedAt: orNull(instant),
  waitsSince: said(orNull(whole), 'in milliseconds since 1970; null when nothing waits'),
  failure: orNull(
    object('ProofLogFailure', {
      code: oneOf(['HISTORY_CHANGED', 'FOREIGN_EVENT', 'NOT_AVAILABLE'], 'ProofLogFailureCode'),
      message: text,
    }),
  ),
  scrub: object('ProofScrub', {
    state: oneOf(['none', 'running', 'done', 'failed'], 'ProofScrubState'),
    compared: said(whole, 'events that were compared with their leaves'),
    of: said(whole, 'as many there are to do'),
    endedAt: orNull(instant),
  }),
  witnesses: said(
    list(
      object('ProofWitness', {
        name: said(text, 'as the policy calls it'),
        cosignedSize: said(orNull(whole), 'leaves of the newest head that it has signed'),
        cosignedAt: said(orNull(instant), 'by its own clock'),
        failure: orNull(
          object('ProofWitnessFailure', {
            code: oneOf(['AWAY', 'REFUSED', 'AHEAD', 'CONTRADICTED'], 'ProofWitnessFailureCode'),
            message: text,
            since: said(instant, 'by the clock of the server'),
          }),
        ),
      }),
    ),
    'those that are asked to sign each head; empty where no policy names any',
  ),
} satisfies Properties<ProofLogStatus>);

export type ProofLogAnswer = Static<typeof proofLogSchema>;
export type InclusionProof = Static<typeof inclusionProofSchema>;
export type ConsistencyProof = Static<typeof consistencyProofSchema>;
export type PledgeProof = Static<typeof pledgeProofSchema>;
