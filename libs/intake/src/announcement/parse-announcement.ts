/**
 * Parses the state, the partners, the conference and the day of an announcement. The stated text is kept beside the parsed
 * value; a field that cannot be read is refused by name, never guessed.
 */
import {
  conference,
  memberState,
  mustHaveCome,
  partnersNamed,
  readDay,
  statesNamed,
  streamName,
  unknownConference,
  unknownState,
  type Named,
} from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { ConferenceCommands } from '../conference/conference-commands.ts';

type Said<Value> = Value | null | undefined;

/**
 * The code of the state. Beside a code, a name that no state is known by is taken as the state's own, and one that two
 * states bear ("Korea") is settled. Without one, an unknown name is passed on as it is, for the decision to refuse.
 * @param entered the names of states that the desk has added.
 * @throws {Rejected} STATE_CODE_MISMATCH for the name of another state, UNKNOWN_STATE for a code of none.
 */
export const parseMemberState = (
  stated: string,
  code?: Said<string>,
  entered: readonly Named[] = [],
): string => {
  const named = statesNamed(stated, entered);
  if (code === null || code === undefined) return (named.length === 1 ? named[0] : undefined) ?? stated;
  const state = memberState(code.trim().toUpperCase());
  if (state === undefined && named.length === 0) throw unknownState('isoAlpha3', code);
  if (state !== undefined && (named.length === 0 || named.includes(state.code))) return state.code;
  throw new Rejected('invalid', 'STATE_CODE_MISMATCH', `${code} is not the code of "${stated}".`, {
    field: 'isoAlpha3',
    allowed: named,
  });
};

/** Each name as it was stated, also where a list or a cell holds several. */
export const parsePartners = (partners: Said<string | readonly string[]>): readonly string[] =>
  [partners ?? []].flat().flatMap(partnersNamed);

/**
 * The day in any spelling that can mean one day only; null where no source gives one.
 * @throws {Rejected} DATE_UNREADABLE, DATE_IN_FUTURE, DATE_TOO_EARLY
 */
export const parseAnnouncementDate = (stated: Said<string>, now: string): string | null => {
  if (stated === null || stated === undefined) return null;
  const field = 'announcedOn';
  const written = readDay(stated);
  if (written.kind === 'DAY') {
    mustHaveCome(field, written.day, now);
    return written.day;
  }
  const candidates = written.kind === 'AMBIGUOUS' ? written.candidates : [];
  const why =
    written.kind === 'AMBIGUOUS'
      ? `"${stated}" may be ${candidates.join(' or ')}: write the one that is meant.`
      : `"${stated}" is no day of the calendar: write it as 2021-12-07.`;
  throw new Rejected('invalid', 'DATE_UNREADABLE', why, { field, candidates });
};

/** @throws {Rejected} for a code that is neither reference data nor registered. */
export const mustBeConference = async (
  code: Said<string>,
  registered: ConferenceCommands,
  field = 'conference',
): Promise<void> => {
  if (code === null || code === undefined || conference(code) !== undefined) return;
  const { state } = await registered.load(streamName('conference', code));
  if (state !== null) return;
  throw unknownConference(field, code);
};
