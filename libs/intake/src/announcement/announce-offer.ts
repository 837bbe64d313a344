/** From an announcement as it was written to its command, with what has to be looked up beforehand. */
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandContext } from '@pledgeline/contracts';
import type { EventStore } from '@pledgeline/event-sourcing';
import type { CommandOf, PledgeCommands } from '@pledgeline/pledge';
import type { FindSameOffer } from '../announcement-check/announced-offers.projection.ts';
import type { AnnouncePledgeRequest, LinkAnnouncementRequest } from './announcement.request.ts';
import type { ConferenceCommands } from '../conference/conference-commands.ts';
import { mustBeIdea } from '../ideas/idea-taken-up.ts';
import { mustBeNeed } from './need-answered.ts';
import { mustHaveOlderPledges } from './older-pledges.ts';
import { referenceOf } from './reference.ts';
import { announcedParts, figuresOf, speakerOf } from './stated-parts.ts';
import { announcementDate, memberStateOf, mustBeConference, partnersOf } from './stated-announcement.ts';

export type AnnounceOffer = (
  context: CommandContext,
  row: AnnouncePledgeRequest,
) => Promise<CommandOf<'AnnouncePledge'>>;
export const ANNOUNCE_OFFER = Symbol('AnnounceOffer');

export const announceOffer =
  (
    conferences: ConferenceCommands,
    pledges: PledgeCommands,
    store: EventStore,
    findSameOffer: FindSameOffer,
  ): AnnounceOffer =>
  async (context, row) => {
    const { conference = null, category, capabilityCode = null, description, timeframe = null, source } = row;
    await mustBeConference(conference, conferences);
    const pledgeId = row.pledgeId ?? createdId(context, 'pledge');
    const memberState = memberStateOf(row.memberState, row.isoAlpha3);
    const offer = { memberState, conference, category, capabilityCode, ...figuresOf(row) };
    await mustHaveOlderPledges(row, memberState, pledges);
    await mustBeNeed(row.need, store);
    await mustBeIdea(row.idea, context.caller, store);
    const data = {
      ...announcedParts(row),
      ...offer,
      pledgeId,
      reference: referenceOf({ pledgeId, conference, memberState, capabilityCode, category }),
      memberStateAsStated: row.memberState,
      description,
      timeframe,
      partners: [...partnersOf(row.partners)],
      source,
      duplicateChecked: row.duplicateChecked ?? false,
      duplicateOf: await findSameOffer(offer, pledgeId),
    };
    return commandFor(context, 'AnnouncePledge', data, announcementDate(row.announcedOn, context.now));
  };

/** The same for another announcement of a pledge that is known. */
export const linkAnnouncement = (
  context: CommandContext,
  pledgeId: string,
  said: LinkAnnouncementRequest,
): CommandOf<'LinkAnnouncement'> => {
  const { conference = null, wording, source } = said;
  const announcementId = said.announcementId ?? createdId(context, 'announcement');
  const memberState = memberStateOf(said.memberState, null);
  const figures = figuresOf(said);
  const speaker = speakerOf(said.speaker);
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
  return commandFor(context, 'LinkAnnouncement', data, announcementDate(said.announcedOn, context.now));
};
