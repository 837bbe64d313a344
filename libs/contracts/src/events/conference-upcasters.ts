/** How conferences stored in older shapes are read. */
import { resolveMemberState } from '../reference/state-name.ts';
import { KINDS_OF_SERIES } from '../vocabulary.data.ts';
import type { Upcaster } from './event-contract.ts';

/** A ministerial on French-speaking environments, held beside the series in the year of London. */
const BESIDE_THE_SERIES: readonly string[] = ['2016-paris'];

/** Where nobody says whether a conference is one of the series. */
export const isInSeries = ({ code, kind }: { readonly code: string; readonly kind: string }): boolean =>
  KINDS_OF_SERIES.some((one) => one === kind) && !BESIDE_THE_SERIES.includes(code);

/** Version 1 had the columns of the conference file. */
interface Conference1 {
  readonly hostsCoChairs: readonly string[];
  readonly themes: readonly string[];
  readonly participants: string | null;
  readonly statesWithNewPledges: string | null;
  readonly headlineTotals: string | null;
  readonly source: string;
}

interface Role {
  readonly memberState: string | null;
  readonly asStated: string;
  readonly role: 'HOST' | 'CO_CHAIR' | 'DRIVER';
}

interface Published {
  readonly what: 'PARTICIPANTS' | 'STATES_WITH_NEW_PLEDGES' | 'TOTALS';
  readonly value: string;
  readonly source: string;
}

/** The column does not say who of them hosts, so all are co-chairs. A name that is no state's stays as stated. */
export const coChairsNamed = (names: readonly string[]): Role[] =>
  names.map((asStated) => ({
    memberState: resolveMemberState(asStated) ?? null,
    asStated,
    role: 'CO_CHAIR' as const,
  }));

/** The columns of published figures, each a fact of its own; the source is that of the whole row. */
export const publishedInColumns = ({
  participants,
  statesWithNewPledges,
  headlineTotals,
  source,
}: Pick<Conference1, 'participants' | 'statesWithNewPledges' | 'headlineTotals' | 'source'>): Published[] =>
  (
    [
      ['PARTICIPANTS', participants],
      ['STATES_WITH_NEW_PLEDGES', statesWithNewPledges],
      ['TOTALS', headlineTotals],
    ] as const
  ).flatMap(([what, value]) => (value === null ? [] : [{ what, value, source }]));

const CROSS_CUTTING = /^cross-cutting:\s*/;

/** A theme "cross-cutting: technology, medical capacity" names those that run through all sessions. */
export const themesInColumn = (
  themes: readonly string[],
): { readonly themes: string[]; readonly crossCuttingThemes: string[] } => ({
  themes: themes.filter((theme) => !CROSS_CUTTING.test(theme)),
  crossCuttingThemes: themes
    .filter((theme) => CROSS_CUTTING.test(theme))
    .flatMap((theme) => theme.replace(CROSS_CUTTING, '').split(','))
    .map((theme) => theme.trim())
    .filter(Boolean),
});

/**
 * Read as the file is read today, so that importing it again over an old log adds nothing. Which conference a preparatory
 * one prepares nobody noted then.
 */
export const conferenceInColumns: Upcaster = (data) => {
  const { hostsCoChairs, participants, statesWithNewPledges, headlineTotals, ...record } =
    data as Conference1;
  return {
    ...record,
    ...themesInColumn(record.themes),
    mainConference: null,
    roles: coChairsNamed(hostsCoChairs),
    published: publishedInColumns({
      participants,
      statesWithNewPledges,
      headlineTotals,
      source: record.source,
    }),
  };
};

/** Before version 3 nobody said which conferences are of the series; none raised money. */
export const withSeries: Upcaster = (data) => ({
  ...(data as object),
  series: isInSeries(data as { readonly code: string; readonly kind: string }),
  raisesFor: null,
});
