/** The papers that a registration or a level rests on: accountability page, section 5. */
import type { DocumentKind } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import type { DecisionContext } from '../decision-context.ts';
import { invalid } from '../refusal.ts';
import type { Pledge } from '../state.ts';

/** The refusal of an act before the day that a paper behind it bears. The day of its receipt does not matter. */
export const paperLater = (
  { documents }: Pick<Pledge, 'documents'>,
  required: readonly DocumentKind[],
  { on, rules }: Pick<DecisionContext, 'on' | 'rules'>,
): Rejected | undefined => {
  if (!rules.papersPrecedeActs) return undefined;
  const later = documents.find(
    ({ kind, datedOn }) => required.includes(kind) && datedOn !== null && datedOn > on,
  );
  if (later === undefined) return undefined;
  const { kind, datedOn } = later;
  return invalid('BEFORE_DOCUMENT', `${kind} is dated ${datedOn ?? ''}, after ${on}.`, {
    field: 'occurredOn',
    kind,
    datedOn,
  });
};
