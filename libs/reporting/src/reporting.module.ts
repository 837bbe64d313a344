/** The slice that answers questions. It needs a log, a place for read models and a clock, and appends nothing. */
import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { ANSWERS, CLOCK, EVENT_STORE, OPEN_VIEWS } from '@pledgeline/event-sourcing';
import type { Answers, Clock, EventStore, OpenViews } from '@pledgeline/event-sourcing';
import { pledgesByName } from '@pledgeline/request-fields';
import { reportingAccess } from './access.ts';
import { ConferencesController } from './conferences/conferences.controller.ts';
import { GapsController } from './gaps/gaps.controller.ts';
import { IdeaListController } from './ideas/idea-list.controller.ts';
import { MilestoneTemplatesController } from './implementation/milestone-templates.controller.ts';
import { MissionCalendarController } from './missions/mission-calendar.controller.ts';
import { NeedBoardController } from './needs/need-board.controller.ts';
import { PledgesController } from './pledge-page/pledges.controller.ts';
import { openReadModels, READ_MODELS } from './read-models/read-models.ts';
import type { ReadModels } from './read-models/read-models.ts';
import { ReadModelsController } from './read-models/read-models.controller.ts';
import { ReportingConsumer } from './reporting.consumer.ts';
import { ReportCatalogueController } from './reports/report-catalogue.controller.ts';
import { ReportsController } from './progress/reports.controller.ts';
import { RotationsController } from './partnerships/rotations.controller.ts';
import { RequirementShelfController } from './requirements/requirement-shelf.controller.ts';
import { VisitsController } from './visits/visits.controller.ts';
import { WorkQueueController } from './work-queue/work-queue.controller.ts';

@Module({
  controllers: [
    PledgesController,
    WorkQueueController,
    GapsController,
    RotationsController,
    VisitsController,
    ConferencesController,
    NeedBoardController,
    IdeaListController,
    RequirementShelfController,
    MissionCalendarController,
    ReportsController,
    ReportCatalogueController,
    MilestoneTemplatesController,
    ReadModelsController,
    ReportingConsumer,
  ],
  providers: [
    {
      provide: READ_MODELS,
      inject: [EVENT_STORE, OPEN_VIEWS, CLOCK, ANSWERS],
      useFactory: (store: EventStore, openViews: OpenViews, clock: Clock, answers: Answers) =>
        openReadModels({ store, openViews, clock, answers }),
    },
    {
      provide: APP_PIPE,
      inject: [READ_MODELS],
      useFactory: ({ named }: ReadModels) => pledgesByName(named),
    },
  ],
})
export class ReportingModule {
  static readonly access = reportingAccess;
  static readonly answering = '@pledgeline/reporting/answering';
}
