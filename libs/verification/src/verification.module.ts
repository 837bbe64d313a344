/** The verification slice: readiness, selection and deployment. Store, views, clock and log come from the runtime. */
import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { CLOCK, EVENT_STORE, LOG, OPEN_VIEWS, SIMULATED_TIME } from '@pledgeline/event-sourcing';
import type { Views } from '@pledgeline/event-sourcing';
import { PLEDGE_COMMANDS, pledgeCommands, pledgesNamed } from '@pledgeline/pledge';
import { pledgesByName } from '@pledgeline/request-fields';
import { verificationAccess } from './access.ts';
import { CaveatsController } from './caveats/caveats.controller.ts';
import { GAP_COMMANDS, gapCommands } from './gaps/gap-commands.ts';
import { VISIT_COMMANDS, visitCommands } from './readiness/visit-commands.ts';
import { DeliveryController } from './delivery/delivery.controller.ts';
import { AccountabilityController } from './accountability/accountability.controller.ts';
import { DeploymentController } from './deployment/deployment.controller.ts';
import { ImplementationController } from './implementation/implementation.controller.ts';
import { DUE_WORK_TIMER, dueWorkTimer } from './due-work/due-work-timer.ts';
import { dueWork, RUN_DUE_WORK } from './due-work/due-work.ts';
import { FundsController } from './delivery/funds.controller.ts';
import { GapsController } from './gaps/gaps.controller.ts';
import { MATCH_PLEDGE, matchPledge } from './selection/match-pledge.ts';
import { MISSION_COMMANDS, missionCommands } from './missions/mission-commands.ts';
import { MISSION_REGISTER, missionRegister } from './missions/mission-register.ts';
import { MissionsController } from './missions/missions.controller.ts';
import { NEED_COMMANDS, needCommands } from './needs/need-commands.ts';
import { NeedsController } from './needs/needs.controller.ts';
import { OperationsController } from './due-work/operations.controller.ts';
import { SuspensionController } from './suspension/suspension.controller.ts';
import { ValidityController } from './validity/validity.controller.ts';
import { PerformanceController } from './performance/performance.controller.ts';
import { POLICIES, policies } from './policies.ts';
import { ProgressController } from './progress/progress.controller.ts';
import { ReadinessController } from './readiness/readiness.controller.ts';
import { REQUIREMENT_COMMANDS, requirementCommands } from './requirements/requirement-set-commands.ts';
import { RequirementSetsController } from './requirements/requirement-sets.controller.ts';
import { SelectionController } from './selection/selection.controller.ts';
import { LOOK_UP_UNITS, lookUpUnits } from './readiness/unit-facts.ts';
import { VerificationConsumer } from './verification.consumer.ts';
import { SKIP_COMMANDS, skipCommands } from './skips/skip-commands.ts';
import { SkipsController } from './skips/skips.controller.ts';
import { TurnsController } from './partnership/turns.controller.ts';
import { RUN_SIMULATION, runSimulation } from './simulation/run-simulation.ts';
import { SimulationController } from './simulation/simulation.controller.ts';
import { VisitsController } from './readiness/visits.controller.ts';
import { WORK_PROJECTOR, WORK_VIEWS, workProjector, workViews } from './work-views.ts';

@Module({
  controllers: [
    ValidityController,
    ReadinessController,
    SelectionController,
    CaveatsController,
    DeploymentController,
    AccountabilityController,
    TurnsController,
    PerformanceController,
    SuspensionController,
    ProgressController,
    ImplementationController,
    FundsController,
    DeliveryController,
    VisitsController,
    GapsController,
    NeedsController,
    MissionsController,
    RequirementSetsController,
    OperationsController,
    SkipsController,
    SimulationController,
    VerificationConsumer,
  ],
  providers: [
    { provide: PLEDGE_COMMANDS, inject: [EVENT_STORE], useFactory: pledgeCommands },
    { provide: VISIT_COMMANDS, inject: [EVENT_STORE], useFactory: visitCommands },
    { provide: GAP_COMMANDS, inject: [EVENT_STORE], useFactory: gapCommands },
    { provide: NEED_COMMANDS, inject: [EVENT_STORE], useFactory: needCommands },
    { provide: REQUIREMENT_COMMANDS, inject: [EVENT_STORE], useFactory: requirementCommands },
    { provide: MISSION_COMMANDS, inject: [EVENT_STORE], useFactory: missionCommands },
    { provide: MISSION_REGISTER, inject: [MISSION_COMMANDS, WORK_VIEWS], useFactory: missionRegister },
    { provide: SKIP_COMMANDS, inject: [EVENT_STORE], useFactory: skipCommands },
    { provide: MATCH_PLEDGE, inject: [EVENT_STORE, PLEDGE_COMMANDS, GAP_COMMANDS], useFactory: matchPledge },
    { provide: POLICIES, inject: [PLEDGE_COMMANDS, GAP_COMMANDS, CLOCK, LOG], useFactory: policies },
    { provide: WORK_VIEWS, inject: [OPEN_VIEWS], useFactory: workViews },
    {
      provide: APP_PIPE,
      inject: [WORK_VIEWS],
      useFactory: (views: Views) => pledgesByName(pledgesNamed(views)),
    },
    { provide: WORK_PROJECTOR, inject: [WORK_VIEWS, EVENT_STORE], useFactory: workProjector },
    { provide: LOOK_UP_UNITS, inject: [PLEDGE_COMMANDS, WORK_VIEWS], useFactory: lookUpUnits },
    {
      provide: RUN_SIMULATION,
      inject: [PLEDGE_COMMANDS, GAP_COMMANDS, NEED_COMMANDS, VISIT_COMMANDS, CLOCK, LOG, SIMULATED_TIME],
      useFactory: runSimulation,
    },
    { provide: RUN_DUE_WORK, inject: [WORK_VIEWS, PLEDGE_COMMANDS, LOG], useFactory: dueWork },
    { provide: DUE_WORK_TIMER, inject: [RUN_DUE_WORK, CLOCK, LOG], useFactory: dueWorkTimer },
  ],
})
export class VerificationModule {
  static readonly access = verificationAccess;
}
