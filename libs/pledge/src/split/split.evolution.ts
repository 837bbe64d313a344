/** How the pledge changes: it goes on as several, or comes from others. */
import { ORDINARY_ENTRY, UNSAID } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { tagsAtEntry } from '../announcement/announcement.evolution.ts';
import type { Evolutions } from '../evolution.ts';
import { initialPledge } from '../state.ts';

export const splitEvolution = {
  PledgeSplit: (pledge, { children }) => ({
    ...pledge,
    status: 'SPLIT',
    matches: [],
    lineage: {
      kind: 'SPLIT',
      parents: pledge.lineage?.parents ?? [],
      children: children.map(({ pledgeId }) => pledgeId),
    },
  }),
  PledgeDerived: (_pledge, data) => ({
    ...initialPledge,
    status: 'REGISTERED',
    pledgeId: data.pledgeId,
    reference: data.reference,
    announcement: announcementIn(data),
    memberState: data.memberState,
    track: data.track,
    capabilityCode: data.capabilityCode,
    quantity: data.quantity,
    timeframe: data.timeframe,
    tags: tagsAtEntry(data),
    deployWithinDays: data.deployWithinDays,
    level: data.level,
    levelValidUntil: data.levelValidUntil,
    validUntil: data.validUntil,
    standsSince: data.standsSince,
    lineage: { kind: data.kind, parents: data.parents, children: [] },
    reachedOn: {
      ANNOUNCED: data.announcedOn,
      ACKNOWLEDGED: data.acknowledgedOn,
      REGISTERED: data.registeredOn,
    },
  }),
  RecordsCarriedOver: (pledge, { documents, documentHashes, lastAav, caveats, conditions }) => ({
    ...pledge,
    documents,
    documentHashes,
    lastAav,
    caveats,
    conditions: conditions.map((open) => ({ ...open, ...UNSETTLED })),
    visitsValidUntil: { ...pledge.visitsValidUntil, AAV: lastAav?.validUntil ?? null },
    notedVisits: lastAav === null ? [] : [`AAV ${lastAav.visitId}`],
  }),
} satisfies Partial<Evolutions>;

const UNSETTLED = { outcome: null, settledOn: null, evidence: null } as const;

/** It stands alone: what was announced is kept with the part, in the words of the part. */
const announcementIn = (data: DataOf<'PledgeDerived'>): DataOf<'PledgeAnnounced'> => {
  const { pledgeId, reference, conference, memberState, memberStateAsStated, category, capabilityCode } =
    data;
  const { quantity, money, description, timeframe, partners, announcedOn, source } = data;
  const { duplicateChecked, speaker, standing, renews, themes, mainTheme, terms } = data;
  const who = { pledgeId, reference, conference, memberState, memberStateAsStated };
  const what = { category, capabilityCode, quantity, money, description, timeframe, partners };
  const how = { announcedOn, source, duplicateChecked, speaker, standing, renews, themes, mainTheme, terms };
  return { ...UNSAID, ...ORDINARY_ENTRY, ...who, ...what, ...how, missing: null };
};
