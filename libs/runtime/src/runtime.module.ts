/** Holds the slices of a service and gives them what they need of the process: log, read models, clock, logger. The only global module. */
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import {
  ANSWERS,
  CLOCK,
  EVENT_STORE,
  GROUPS,
  LOG,
  OPEN_VIEWS,
  SIMULATED_TIME,
} from '@pledgeline/event-sourcing';
import type { Answers, Clock, Log, SimulatedTime } from '@pledgeline/event-sourcing';
import { SERVED_LOG } from '@pledgeline/transparency';
import type { Slice } from './access.ts';
import { HealthController } from './health.controller.ts';
import { READINESS, readinessOf } from './health.ts';
import { SESSIONS, SessionController } from './identity/session.controller.ts';
import type { OpenedIdentity } from './identity/opened-identity.ts';
import { ConsoleController } from './console/console.controller.ts';
import { SITE } from './console/site.ts';
import type { Site } from './console/site.ts';
import { START, startOf } from './start/start-page.ts';
import { StartController } from './start/start.controller.ts';
import type { IncompleteStreams } from './incomplete-streams.ts';
import type { Infrastructure } from './infrastructure.ts';

/** What a service offers on it. */
export interface Served {
  readonly slices: readonly Slice[];
  readonly clock: Clock;
  readonly log: Log;
  readonly degradedReads: boolean;
  readonly identity: Pick<OpenedIdentity, 'controllers' | 'sessions' | 'howToSignIn'>;
  readonly answers: Answers | null;
  /** Null where the log holds what people did. */
  readonly simulation: SimulatedTime | null;
  /** What requests find out about streams that are not whole. */
  readonly incomplete: IncompleteStreams;
  /** Null where the console is not served, or not built. */
  readonly site: Site | null;
}

@Module({})
export class RuntimeModule {
  static for(
    { store, openViews, delivery, relay, relayBehind, proof = null }: Infrastructure,
    { slices, clock, log, degradedReads, identity, answers, simulation, incomplete, site }: Served,
  ): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      imports: [...slices],
      controllers: [
        HealthController,
        StartController,
        ConsoleController,
        SessionController,
        ...identity.controllers,
      ],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: OPEN_VIEWS, useValue: openViews },
        { provide: CLOCK, useValue: clock },
        { provide: SIMULATED_TIME, useValue: simulation },
        { provide: LOG, useValue: log },
        { provide: GROUPS, useValue: () => delivery.status() },
        { provide: ANSWERS, useValue: answers },
        { provide: START, useValue: startOf(identity.howToSignIn, slices) },
        { provide: SERVED_LOG, useValue: proof },
        { provide: SITE, useValue: site },
        { provide: SESSIONS, useValue: identity.sessions },
        {
          provide: READINESS,
          useFactory: () =>
            readinessOf({
              store,
              delivery,
              degradedReads,
              incomplete,
              ...(proof !== null && { proof: proof.status }),
              ...(relay !== undefined && { relay }),
              ...(relayBehind !== undefined && { relayBehind }),
            }),
        },
      ],
      exports: [EVENT_STORE, OPEN_VIEWS, CLOCK, SIMULATED_TIME, LOG, GROUPS, ANSWERS, SERVED_LOG],
    };
  }
}
