import { newestOnPage } from './newest-on-page.ts';
import { pledgePage } from './pledge-page.ts';
import { aLog, desk, id, type Log } from '../../testing/a-log.ts';
import { announce } from '../../testing/a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterAll(closeAll);

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

it.each([0, 1, 49, 50])('a list of %i is shown whole, and nothing is said of it', (count) => {
  const page = { links: numbers(count), internal: null };
  expect(newestOnPage(page)).toEqual({ ...page, inAll: {} });
});

it.each([51, 1000])('of %i the newest 50 are shown, and how many there are', (count) => {
  const page = { links: numbers(count), internal: { acts: numbers(2), clarifications: numbers(count) } };
  const newest = numbers(count).slice(-50);
  expect(newestOnPage(page)).toEqual({
    links: newest,
    internal: { acts: [0, 1], clarifications: newest },
    inAll: { links: count, 'internal.clarifications': count },
  });
});

const asks = (log: Log, count: number): void => {
  announce(log, 'one');
  for (let n = 1; n <= count; n += 1) {
    log.add('one', 'ClarificationRequested', {
      pledgeId: id('one'),
      clarificationId: id(`question ${n}`),
      question: `Question ${n}?`,
      field: null,
      dueOn: '2026-03-01',
      blocking: n === 1,
    });
  }
};

it('a pledge with many questions shows the newest', async () => {
  const log = aLog();
  asks(log, 120);
  const page = await pledgePage(await contextOf(log.events), id('one'), desk, '2026-02-01');
  const shown = page.internal?.clarifications.map(({ clarificationId }) => clarificationId);
  expect(shown).toEqual(numbers(50).map((n) => id(`question ${n + 71}`)));
  expect(page.inAll).toEqual({ 'internal.clarifications': 120 });
});
