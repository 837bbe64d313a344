/** Turns the request of an announcement into a command, with the data that has to be looked up beforehand. */
import { commandFor, createdId, statesNamed } from '@pledgeline/contracts';
import type { CommandContext, DataOf, Keyed } from '@pledgeline/contracts';
import type { EventStore } from '@pledgeline/event-sourcing';
import type { CommandOf, PledgeCommands } from '@pledgeline/pledge';
import type { AnnouncePledgeRequest, LinkAnnouncementRequest } from './announcement.request.ts';
import type { ConferenceCommands } from '../conference/conference-commands.ts';
import { mustBeIdea } from '../ideas/idea-taken-up.ts';
import { namesEntered, tagsMeant, type RegisterCommands } from '../registers/register-commands.ts';
import { mustBeNeed } from './need-answered.ts';
import { mustHaveOlderPledges } from './older-pledges.ts';
import { referenceOf } from './reference.ts';
import { parseBesideUnits } from './parse-figure.ts';
import { parseAim, parseAnnouncedParts, parseFigures, parseSpeaker } from './parse-parts.ts';
import {
  parseAnnouncementDate,
  parseMemberState,
  mustBeConference,
  parsePartners,
} from './parse-announcement.ts';

/** The announcement, before the id of its pledge is known. */
export type ReadOffer = Keyed &
  Pick<DataOf<'PledgeAnnounced'>, 'memberStateAsStated' | 'lateEntry'> &
  Pick<CommandOf<'AnnouncePledge'>['data'], 'shareAimedAt'>;

export type Duplicates = Pick<CommandOf<'AnnouncePledge'>['data'], 'like' | 'duplicateChecked'>;

/** @throws {Rejected} for a field that cannot be read, and for a conference or pledge that does not exist. */
export const readOffer =
  (
    conferences: ConferenceCommands,
    pledges: PledgeCommands,
    registers: RegisterCommands,
    store: EventStore,
  ) =>
  async (context: CommandContext, row: AnnouncePledgeRequest): Promise<ReadOffer> => {
    const { conference = null, category, capabilityCode = null, description, timeframe = null, source } = row;
    await mustBeConference(conference, conferences);
    const known = statesNamed(row.memberState).length > 0;
    const entered = known ? [] : await namesEntered(registers, 'states');
    const memberState = parseMemberState(row.memberState, row.isoAlpha3, entered);
    const figures = { ...parseFigures(row), ...parseBesideUnits(row) };
    await mustHaveOlderPledges(row, memberState, pledges);
    await mustBeNeed(row.need, store);
    await mustBeIdea(row.idea, context.caller, store);
    return {
      ...parseAnnouncedParts(row),
      ...(await themesOf(row, registers)),
      ...figures,
      memberState,
      memberStateAsStated: row.memberState,
      conference,
      category,
      capabilityCode,
      description,
      timeframe,
      partners: [...parsePartners(row.partners)],
      announcedOn: parseAnnouncementDate(row.announcedOn, context.now),
      source,
      additional: row.additional ?? false,
      additionalReason: row.additionalReason ?? null,
      lateEntry: row.lateEntry ?? false,
      shareAimedAt: parseAim(row.terms),
    };
  };

const themesOf = async (
  { themes, mainTheme = null }: AnnouncePledgeRequest,
  registers: RegisterCommands,
): Promise<Pick<ReadOffer, 'themes' | 'mainTheme'>> => {
  const [main = null] = await tagsMeant(registers, mainTheme === null ? [] : [mainTheme]);
  return { themes: [...(await tagsMeant(registers, themes ?? []))], mainTheme: main };
};

/**
 * The announcement of this pledge.
 * @param duplicates an open pledge that makes the same offer in other words, and whether that could be looked for.
 */
export const announcementAs = (
  context: CommandContext,
  { announcedOn, ...offer }: ReadOffer,
  pledgeId: string,
  duplicates: Duplicates,
): CommandOf<'AnnouncePledge'> => {
  const reference = referenceOf({ ...offer, pledgeId });
  return commandFor(context, 'AnnouncePledge', { ...offer, pledgeId, reference, ...duplicates }, announcedOn);
};

/** Another announcement of a pledge that is known. */
export const linkAnnouncement = (
  context: CommandContext,
  pledgeId: string,
  said: LinkAnnouncementRequest,
): CommandOf<'LinkAnnouncement'> => {
  const { conference = null, wording, source } = said;
  const announcementId = said.announcementId ?? createdId(context, 'announcement');
  const memberState = parseMemberState(said.memberState, null);
  const figures = { ...parseFigures(said), ...parseBesideUnits(said) };
  const speaker = parseSpeaker(said.speaker);
  const data = {
    pledgeId,
    announcementId,
    memberState,
    conference,
    wording,
    ...figures,
    source,
    speaker,
  };
  return commandFor(context, 'LinkAnnouncement', data, parseAnnouncementDate(said.announcedOn, context.now));
};
