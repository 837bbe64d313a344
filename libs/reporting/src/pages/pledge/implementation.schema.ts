/** How the plan of a pledge looks on its page. */
import { EVIDENCE_KINDS } from '@pledgeline/contracts';
import { EVIDENCE_STANDINGS, type Evidence, type Milestone } from '@pledgeline/pledge';
import {
  day,
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

const milestone = object('Milestone', {
  milestoneId: uuid,
  text,
  dueOn: day,
  measure: orNull(text),
  template: orNull(text),
  metOn: orNull(day),
  evidence: said(list(uuid), 'by which it was met'),
} satisfies Properties<Milestone>);

/** Without the person who submitted it. */
type EvidenceOnPage = Omit<Evidence, 'submittedBy'>;

const evidence = object('Evidence', {
  evidenceId: uuid,
  kind: oneOf(EVIDENCE_KINDS),
  sha256: orNull(text),
  url: orNull(text),
  submittedOn: day,
  standing: oneOf(EVIDENCE_STANDINGS, 'EvidenceStanding'),
  judgedOn: said(orNull(day), 'null until it is judged'),
} satisfies Properties<EvidenceOnPage>);

export const implementationOnPage = object('ImplementationPlan', {
  implementingBody: orNull(text),
  startedOn: orNull(day),
  milestonesMet: whole,
  milestones: said(list(milestone), 'in the order of their due dates'),
  years: said(
    orNull(object('PlanYear', { year: whole, of: whole })),
    'where the plan reaches over several calendar years',
  ),
  evidence: said(orNull(list(evidence)), 'for member states; null for other readers'),
});

export type ImplementationOnPage = Static<typeof implementationOnPage>;
