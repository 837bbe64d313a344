/** The slice that answers questions. It needs a log, a place for read models and a clock, and appends nothing. */
import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import {
  ANSWERS,
  CLOCK,
  EVENT_STORE,
  OPEN_VIEWS,
  type Answers,
  type Clock,
  type EventStore,
  type OpenViews,
} from '@pledgeline/event-sourcing';
import { pledgesNamed } from '@pledgeline/pledge';
import { pledgesByName } from '@pledgeline/request-fields';
import { reportingAccess } from './access.ts';
import { ConferencesController } from './pages/conferences/conferences.controller.ts';
import { CoursesController } from './pages/courses/courses.controller.ts';
import { FindingsController } from './pages/findings/findings.controller.ts';
import { GapsController } from './pages/gaps/gaps.controller.ts';
import { IdeaListController } from './pages/ideas/idea-list.controller.ts';
import { MilestoneTemplatesController } from './pages/milestone-templates/milestone-templates.controller.ts';
import { RegisterShelfController } from './pages/registers/register-shelf.controller.ts';
import { MissionCalendarController } from './pages/missions/mission-calendar.controller.ts';
import { NeedBoardController } from './pages/needs/need-board.controller.ts';
import { PledgesController } from './pages/pledge/pledges.controller.ts';
import { openReadModels, READ_MODELS, type ReadModels } from './read-models/read-models.ts';
import { ReadModelsController } from './pages/operations/read-models.controller.ts';
import { ReportingConsumer } from './reporting.consumer.ts';
import { ReportCatalogueController } from './reports/report-catalogue.controller.ts';
import { ReportsController } from './reports/progress/progress.controller.ts';
import { ReferenceListsController } from './pages/reference-lists/reference-lists.controller.ts';
import { ProofController } from './pages/proof/proof.controller.ts';
import { BundleController } from './pages/proof/bundle.controller.ts';
import { PledgeProofController } from './pages/proof/pledge-proof.controller.ts';
import { ProofOperationsController } from './pages/proof/proof-operations.controller.ts';
import { PostsController } from './pages/posts/posts.controller.ts';
import { RotationsController } from './pages/rotations/rotations.controller.ts';
import { RequirementShelfController } from './pages/requirements/requirement-shelf.controller.ts';
import { VisitsController } from './pages/visits/visits.controller.ts';
import { WorkQueueController } from './pages/work-queue/work-queue.controller.ts';
import { VOID_PLEDGES } from './views/register/void-pledges.view.ts';
import { PLEDGE_REGISTER } from './views/register/register-row.ts';
import { views } from './views.ts';

@Module({
  controllers: [
    PledgesController,
    FindingsController,
    CoursesController,
    WorkQueueController,
    GapsController,
    PostsController,
    RotationsController,
    VisitsController,
    ConferencesController,
    NeedBoardController,
    IdeaListController,
    RequirementShelfController,
    MissionCalendarController,
    RegisterShelfController,
    ReportsController,
    ReportCatalogueController,
    MilestoneTemplatesController,
    ReferenceListsController,
    ReadModelsController,
    ProofController,
    PledgeProofController,
    BundleController,
    ProofOperationsController,
    ReportingConsumer,
  ],
  providers: [
    {
      provide: READ_MODELS,
      inject: [EVENT_STORE, OPEN_VIEWS, CLOCK, ANSWERS],
      useFactory: (store: EventStore, openViews: OpenViews, clock: Clock, answers: Answers) =>
        openReadModels({ definitions: views, store, openViews, clock, answers }),
    },
    {
      provide: APP_PIPE,
      inject: [READ_MODELS],
      useFactory: ({ present }: ReadModels) =>
        pledgesByName(async (reference) => [
          ...(await pledgesNamed(present, PLEDGE_REGISTER)(reference)),
          ...(await pledgesNamed(present, VOID_PLEDGES)(reference)),
        ]),
    },
  ],
})
export class ReportingModule {
  static readonly access = reportingAccess;
  static readonly answering = '@pledgeline/reporting/answering';
}
