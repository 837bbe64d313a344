/** How the pledge changes: papers, visits and levels. */
import { laterDay } from '../business-date.ts';
import type { Evolutions } from '../evolution.ts';
import type { NotedOutcome, Pledge } from '../state.ts';

export const readinessEvolution = {
  DocumentationReceived: (pledge, data, event) => {
    const others = pledge.documents.filter(({ kind }) => kind !== data.kind);
    return {
      ...pledge,
      documents: [...others, { kind: data.kind, version: data.version, eventId: event.id }],
      documentHashes: [...pledge.documentHashes, data.sha256],
    };
  },
  VisitOutcomeNoted: (pledge, data, event) => noted(pledge, { ...data, eventId: event.id }),
  LevelAttained: (pledge, data) =>
    atLevel({ ...pledge, deployWithinDays: data.deployWithinDays ?? pledge.deployWithinDays }, data.level),
  LevelDowngraded: (pledge, data) => atLevel(pledge, data.level),
} satisfies Partial<Evolutions>;

export const atLevel = (pledge: Pledge, level: Pledge['level']): Pledge => ({
  ...pledge,
  level,
  levelValidUntil: levelValidUntil(level, pledge.visitsValidUntil),
});

const levelValidUntil = (level: Pledge['level'], { AAV, RDL }: Pledge['visitsValidUntil']): string | null => {
  if (level === null || level === 'L1') return null;
  return level === 'RDL' ? RDL : AAV;
};

/** The last visit is the one held last, not the one noted last. A level lives on through a new successful visit. */
const noted = (pledge: Pledge, visit: NotedOutcome & { readonly purpose: 'AAV' | 'RDL' }): Pledge => {
  const { purpose, visitId, outcome, conductedOn, validUntil, agreementReference, eventId } = visit;
  const kept = purpose === 'AAV' ? 'lastAav' : 'lastRdlVerification';
  const known = pledge[kept];
  const isLast = known === null || conductedOn >= known.conductedOn;
  const last: NotedOutcome = { visitId, outcome, conductedOn, validUntil, agreementReference, eventId };
  return atLevel(
    {
      ...pledge,
      notedVisits: [...pledge.notedVisits, visitKey(visit)],
      [kept]: isLast ? last : known,
      visitsValidUntil: {
        ...pledge.visitsValidUntil,
        [purpose]: laterDay(pledge.visitsValidUntil[purpose], validUntil),
      },
    },
    pledge.level,
  );
};

export const visitKey = ({
  purpose,
  visitId,
}: {
  readonly purpose: string;
  readonly visitId: string;
}): string => `${purpose} ${visitId}`;
