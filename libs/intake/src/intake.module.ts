/** The intake slice: promises come in here. The runtime provides store, views, clock and log. */
import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { catalogue, skipsIn } from '@pledgeline/contracts';
import {
  CLOCK,
  correctedHistory,
  EVENT_STORE,
  fillingFirst,
  forgetHalfFilled,
  GROUPS,
  LOG,
  OPEN_VIEWS,
  project,
} from '@pledgeline/event-sourcing';
import type { EventStore, Groups, OpenViews, Projection, Projector, Views } from '@pledgeline/event-sourcing';
import { PLEDGE_COMMANDS, pledgeCommands, pledgeNames, pledgesNamed } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { pledgeFinder, pledgesByName } from '@pledgeline/request-fields';
import { intakeAccess } from './access.ts';
import { ActsController } from './acts/acts.controller.ts';
import { OBJECTING, objecting } from './acts/objecting.ts';
import { AmendmentController } from './amendment/amendment.controller.ts';
import { readOffer } from './announcement/announce-offer.ts';
import { ANNOUNCING, announcing } from './announcement/announcing.ts';
import { whichPledge } from './announcement/which-pledge.ts';
import { offerProjections } from './announcement-check/announced-offers.projection.ts';
import { KNOWN_OFFERS, offersIn } from './announcement-check/known-offers.ts';
import type { KnownOffers } from './announcement-check/known-offers.ts';
import { ACKNOWLEDGE_SEVERAL, acknowledgeSeveral } from './acknowledgement/acknowledge-several.ts';
import { AcknowledgementsController } from './acknowledgement/acknowledgements.controller.ts';
import { AnnouncementChecksController } from './announcement-check/announcement-checks.controller.ts';
import { AnnouncementController } from './announcement/announcement.controller.ts';
import { CountingController } from './counting/counting.controller.ts';
import { ReclassificationController } from './reclassification/reclassification.controller.ts';
import { CHECK_ANNOUNCEMENT, checkAnnouncement } from './announcement-check/check-announcement.ts';
import { CONFERENCE_COMMANDS, conferenceCommands } from './conference/conference-commands.ts';
import type { ConferenceCommands } from './conference/conference-commands.ts';
import { ConditionsController } from './conditions/conditions.controller.ts';
import { ConferenceChecksController } from './conference/conference-checks.controller.ts';
import { ConferencesController } from './conference/conferences.controller.ts';
import { EXAMINING, examining } from './correction/examining.ts';
import { AnnulmentController } from './correction/annulment.controller.ts';
import { CorrectionController } from './correction/correction.controller.ts';
import { IDEA_COMMANDS, ideaCommands } from './ideas/idea-commands.ts';
import { FILE_COMMANDS, fileCommands } from './file/file-commands.ts';
import { FileController } from './file/file.controller.ts';
import { IdeasController } from './ideas/ideas.controller.ts';
import { IntakeOffersConsumer, OFFERS_GROUP, OFFERS_PROJECTOR } from './intake-offers.consumer.ts';
import { IntakePoliciesConsumer } from './intake-policies.consumer.ts';
import { MergeController } from './merge/merge.controller.ts';
import { ProgressController } from './progress/progress.controller.ts';
import { SplitController } from './split/split.controller.ts';
import { StandingController } from './standing/standing.controller.ts';
import { TargetsController } from './targets/targets.controller.ts';
import { TermsController } from './terms/terms.controller.ts';
import { ValidityController } from './validity/validity.controller.ts';
import { PartnershipController } from './partnership/partnership.controller.ts';
import { POLICIES, policies } from './policies.ts';
import { SupportController } from './support/support.controller.ts';
import { REGISTER_COMMANDS, registerCommands } from './registers/register-commands.ts';
import type { RegisterCommands } from './registers/register-commands.ts';
import { RegistersController } from './registers/registers.controller.ts';
import { RegistrationController } from './registration/registration.controller.ts';

/** Read models of the announcements and of the references of pledges. */
const projections = [...offerProjections, pledgeNames as unknown as Projection<never>];

const OFFERS = Symbol('Views of intake-offers');

@Module({
  controllers: [
    AcknowledgementsController,
    AnnouncementController,
    ValidityController,
    AnnouncementChecksController,
    AmendmentController,
    TermsController,
    TargetsController,
    StandingController,
    SplitController,
    ConditionsController,
    PartnershipController,
    MergeController,
    RegistrationController,
    SupportController,
    ActsController,
    CorrectionController,
    AnnulmentController,
    ConferencesController,
    ConferenceChecksController,
    IdeasController,
    RegistersController,
    FileController,
    ReclassificationController,
    ProgressController,
    CountingController,
    IntakeOffersConsumer,
    IntakePoliciesConsumer,
  ],
  providers: [
    { provide: PLEDGE_COMMANDS, inject: [EVENT_STORE], useFactory: pledgeCommands },
    { provide: POLICIES, inject: [PLEDGE_COMMANDS, IDEA_COMMANDS, CLOCK, LOG], useFactory: policies },
    { provide: IDEA_COMMANDS, inject: [EVENT_STORE], useFactory: ideaCommands },
    { provide: FILE_COMMANDS, inject: [EVENT_STORE], useFactory: fileCommands },
    { provide: REGISTER_COMMANDS, inject: [EVENT_STORE], useFactory: registerCommands },
    { provide: EXAMINING, inject: [EVENT_STORE, PLEDGE_COMMANDS], useFactory: examining },
    { provide: OBJECTING, inject: [EVENT_STORE, PLEDGE_COMMANDS], useFactory: objecting },
    { provide: CONFERENCE_COMMANDS, inject: [EVENT_STORE], useFactory: conferenceCommands },
    {
      provide: OFFERS,
      inject: [OPEN_VIEWS],
      useFactory: async (openViews: OpenViews) => {
        const views = await openViews(OFFERS_GROUP);
        await views.define(projections);
        await forgetHalfFilled(views);
        return views;
      },
    },
    {
      provide: OFFERS_PROJECTOR,
      inject: [OFFERS, EVENT_STORE],
      useFactory: (views: Views, store: EventStore) => {
        const projector = project(views, projections, catalogue, correctedHistory(store, catalogue));
        return fillingFirst({ views, projector, store, skips: skipsIn(store), group: OFFERS_GROUP });
      },
    },
    {
      provide: APP_PIPE,
      inject: [OFFERS],
      useFactory: (views: Views) => pledgesByName(pledgesNamed(views)),
    },
    {
      provide: ACKNOWLEDGE_SEVERAL,
      inject: [PLEDGE_COMMANDS, OFFERS],
      useFactory: (pledges: PledgeCommands, views: Views) =>
        acknowledgeSeveral(pledges, pledgeFinder(pledgesNamed(views))),
    },
    {
      provide: KNOWN_OFFERS,
      inject: [OFFERS, OFFERS_PROJECTOR, GROUPS],
      useFactory: (views: Views, projector: Projector, groups: Groups) =>
        offersIn(views, projector, groups, OFFERS_GROUP),
    },
    {
      provide: ANNOUNCING,
      inject: [CONFERENCE_COMMANDS, PLEDGE_COMMANDS, REGISTER_COMMANDS, EVENT_STORE, KNOWN_OFFERS],
      useFactory: (
        conferences: ConferenceCommands,
        pledges: PledgeCommands,
        registers: RegisterCommands,
        store: EventStore,
        known: KnownOffers,
      ) =>
        announcing(
          readOffer(conferences, pledges, registers, store),
          whichPledge(pledges, known),
          pledges,
          known,
        ),
    },
    { provide: CHECK_ANNOUNCEMENT, inject: [ANNOUNCING, KNOWN_OFFERS], useFactory: checkAnnouncement },
  ],
})
export class IntakeModule {
  static readonly access = intakeAccess;
}
