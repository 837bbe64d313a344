import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { sqliteEventStore, sqliteViews } from '@pledgeline/adapters/sqlite';
import { commandRoutes } from '@pledgeline/contracts';
import { ANSWERS, CLOCK, EVENT_STORE, OPEN_VIEWS, type Views } from '@pledgeline/event-sourcing';
import { SERVED_LOG } from '@pledgeline/transparency';
import { ConferencesController } from './pages/conferences/conferences.controller.ts';
import { GapsController } from './pages/gaps/gaps.controller.ts';
import { pledgeHistory } from './pages/pledge/pledge-history.schema.ts';
import type { PledgePage } from './pages/pledge/pledge.schema.ts';
import { PledgesController } from './pages/pledge/pledges.controller.ts';
import { ReadModelsController } from './pages/operations/read-models.controller.ts';
import { ReportingConsumer } from './reporting.consumer.ts';
import { ReportingModule } from './reporting.module.ts';
import { ReportsController } from './reports/progress/progress.controller.ts';
import { aLog, desk, id } from './testing/a-log.ts';
import { announce } from './testing/a-pledge.ts';
import { registerConference, scheduleVisit, wholeLife } from './testing/around-a-pledge.ts';
import { faultsOf } from './testing/as-described.ts';
import { answersIn, append, askedBy, contentOf } from './testing/read-models-of.ts';
import { VisitsController } from './pages/visits/visits.controller.ts';
import { type WorkQueue, workQueueSchema } from './pages/work-queue/work-queue.schema.ts';
import { WorkQueueController } from './pages/work-queue/work-queue.controller.ts';
import * as gaps from './pages/gaps/gap.schema.ts';
import * as operations from './pages/operations/read-models.schema.ts';
import * as visits from './pages/visits/visit.schema.ts';
import * as conferences from './pages/conferences/conference.schema.ts';
import { pledgeList } from './pages/pledge/pledge-list.schema.ts';
import * as pledges from './pages/pledge/pledge.schema.ts';
import * as progress from './reports/progress/progress.schema.ts';

const files: Views[] = [];
const store = sqliteEventStore({ path: ':memory:' });
const openFile = (): Views => {
  const views = sqliteViews({ path: ':memory:' });
  files.push(views);
  return views;
};
const readModels = openFile();
const openViews = (group: string): Promise<Views> =>
  Promise.resolve(group === 'reporting' ? readModels : openFile());
const clock = (): string => '2026-08-01T12:00:00.000Z';

@Module({
  providers: [
    { provide: EVENT_STORE, useValue: store },
    { provide: OPEN_VIEWS, useValue: openViews },
    { provide: CLOCK, useValue: clock },
    { provide: SERVED_LOG, useValue: null },
    { provide: ANSWERS, useFactory: () => answersIn({ store, openViews, clock }) },
  ],
  exports: [EVENT_STORE, OPEN_VIEWS, CLOCK, SERVED_LOG, ANSWERS],
})
class Infrastructure {}

const request = askedBy(desk);

const open = async () => {
  const module = await Test.createTestingModule({
    imports: [{ module: Infrastructure, global: true }, ReportingModule],
  }).compile();
  const log = aLog();
  registerConference(log, '2021-seoul');
  wholeLife(log, 'one', { quantity: { min: 1, max: 2, unit: 'units', asStated: '1-2' } });
  announce(log, 'two', { conference: '2021-seoul', capabilityCode: null });
  scheduleVisit(log, 'visit', ['two']);
  const asked = {
    pledgeId: id('two'),
    clarificationId: id('c'),
    question: '?',
    field: null,
    dueOn: '2026-02-01',
  };
  log.add('two', 'ClarificationRequested', { ...asked, blocking: true });
  await append(store, log.events);
  await module.get(ReportingConsumer).handle(await store.readAll());
  return module;
};

let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  app = await open();
});
afterAll(async () => {
  await app.close();
  for (const views of files) await views.close();
  await store.close();
});

describe('every answer is as it is described', () => {
  it.each([
    ['pledges', () => app.get(PledgesController).list({}, request), pledgeList],
    ['a pledge', () => app.get(PledgesController).page(id('one'), {}, request), pledges.pledgePage],
    [
      'a pledge with a question',
      () => app.get(PledgesController).page(id('two'), {}, request),
      pledges.pledgePage,
    ],
    ['a history', () => app.get(PledgesController).history(id('one'), {}, request), pledgeHistory],
    ['the work queue', () => app.get(WorkQueueController).queue({}, request), workQueueSchema],
    ['gaps', () => app.get(GapsController).list({}, request), gaps.gapList],
    ['a gap', () => app.get(GapsController).page(id('gap of one'), {}, request), gaps.gapPage],
    ['visits', () => app.get(VisitsController).list({}, request), visits.visitList],
    ['a visit', () => app.get(VisitsController).page(id('visit'), {}, request), visits.visitPage],
    ['conferences', () => app.get(ConferencesController).list({}, request), conferences.conferenceList],
    [
      'a conference',
      () => app.get(ConferencesController).page('2021-seoul', {}, request),
      conferences.conferencePage,
    ],
    [
      'the progress report',
      () => app.get(ReportsController).progress({}, undefined, request),
      progress.progressReportSchema,
    ],
    ['the read models', () => app.get(ReadModelsController).status(), operations.readModelsStatusSchema],
    ['a rebuild', () => app.get(ReadModelsController).rebuild(), operations.rebuiltSchema],
  ])('%s', async (_name, ask, schema) => {
    const answered = await ask();
    const answer = 'body' in answered ? contentOf(answered) : answered;
    expect(faultsOf(answer, schema)).toEqual([]);
  });
});

it('the links of a page and of the queue lead to addresses that exist', async () => {
  const pages = await Promise.all(
    ['one', 'two'].map(async (name) => {
      const page = await app.get(PledgesController).page(id(name), {}, request);
      return contentOf(page) as PledgePage;
    }),
  );
  const { items } = contentOf(await app.get(WorkQueueController).queue({}, request)) as WorkQueue;
  const links = [...pages.flatMap(({ commands }) => commands), ...items.flatMap(({ next }) => next)];
  expect(links.length).toBeGreaterThan(3);
  for (const { command, href } of links) {
    const { path } = commandRoutes.find((route) => route.command === command)!;
    expect(href).toMatch(new RegExp(`^${path.replace(/\{\w+\}/g, '[\\w-]+')}$`));
  }
});
