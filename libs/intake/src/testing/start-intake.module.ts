/** Starts the slice with the infrastructure that the runtime provides, and gives its controllers. */
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CLOCK, EVENT_STORE, GROUPS, LOG, OPEN_VIEWS } from '@pledgeline/event-sourcing';
import type { Groups } from '@pledgeline/event-sourcing';
import { AnnouncementChecksController } from '../announcement-check/announcement-checks.controller.ts';
import { AnnouncementController } from '../announcement/announcement.controller.ts';
import { ConferencesController } from '../conference/conferences.controller.ts';
import { CorrectionController } from '../correction/correction.controller.ts';
import { IntakeOffersConsumer } from '../intake-offers.consumer.ts';
import { IntakeModule } from '../intake.module.ts';
import { RegistrationController } from '../registration/registration.controller.ts';
import { ValidityController } from '../validity/validity.controller.ts';
import { NOW, openLog, openViews, wholeLog } from './log-and-views.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

@Module({})
class Infrastructure {}

/**
 * @param store a log that another process may write to as well.
 * @param groups of the process: how the consumer of the read model gets on.
 */
export const startIntake = async (store = openLog(), groups: Groups = () => []) => {
  const provided = [
    { provide: EVENT_STORE, useValue: store },
    { provide: OPEN_VIEWS, useValue: openViews },
    { provide: CLOCK, useValue: () => NOW },
    { provide: LOG, useValue: silent },
    { provide: GROUPS, useValue: groups },
  ];
  const infrastructure = { global: true, module: Infrastructure, providers: provided, exports: provided };
  const app = await Test.createTestingModule({ imports: [infrastructure, IntakeModule] }).compile();
  await app.init();
  return {
    store,
    announcements: app.get(AnnouncementController),
    checks: app.get(AnnouncementChecksController),
    registration: app.get(RegistrationController),
    conferences: app.get(ConferencesController),
    validity: app.get(ValidityController),
    corrections: app.get(CorrectionController),
    catchUp: async () => app.get(IntakeOffersConsumer).handle(await wholeLog(store)),
  };
};

export type Intake = Awaited<ReturnType<typeof startIntake>>;
