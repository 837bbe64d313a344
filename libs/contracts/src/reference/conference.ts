/** The summits, ministerials and preparatory meetings at which pledges were announced. */
import { conferences as rows } from './conferences.data.ts';

type Row = (typeof rows)[number];

type ConferenceCode = Row['code'];

export interface Conference {
  readonly code: ConferenceCode;
  readonly kind: Row['kind'];
  readonly name: string;
  /** As exact as it is known: a day, only a month (`2020-11`), only a year, or null. */
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly hosts: readonly string[];
  /** Headline figures as the sources state them, with their disagreements. Never to be added up. */
  readonly participants: string | null;
  readonly statesWithNewPledges: string | null;
  readonly headlineTotals: string | null;
  readonly themes: readonly string[];
}

export const conferences: readonly Conference[] = rows;

const byCode: ReadonlyMap<string, Conference> = new Map(conferences.map((row) => [row.code, row]));

/** Undefined also for a blank code: a pledge may be made outside any conference, and has none then. */
export const conference = (code: string): Conference | undefined => byCode.get(code);
