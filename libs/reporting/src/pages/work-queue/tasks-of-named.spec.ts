/** Accountability page, section 6: who is only named as a partner by another is asked, and so is the desk; nobody else. */
import type { Caller } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { together } from '../../testing/a-partnership.ts';
import { announce, withdraw } from '../../testing/a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { pledgePage } from '../pledge/pledge-page.ts';
import { workQueue } from './work-queue.ts';

afterEach(closeAll);

const TODAY = '2026-11-20';
const norway = { memberState: 'NOR', memberStateAsStated: 'Norway', announcedOn: '2026-01-04' };
const naming = (...partners: string[]): Log => {
  const log = aLog();
  announce(log, 'courses', { ...norway, partners });
  return log;
};
const asked = async (log: Log, caller: Caller, more = {}) => {
  const context = await contextOf(log.events);
  return (await workQueue(context, { kind: 'NAMED_AS_PARTNER', ...more }, caller, TODAY)).items;
};
const commands = (tasks: Awaited<ReturnType<typeof asked>>) =>
  tasks.flatMap(({ next }) => next.map(({ command }) => command));
const partnerOf = (state: string | null): Caller => ({ subject: 'partner', role: 'PARTNER', state });

it('each state that is named is asked for itself, from the day of the announcement', async () => {
  const log = naming('Kenya', 'United Republic of Tanzania', 'UNITAR', 'Norway');
  const [kenya, ...others] = await asked(log, focalPointOf('KEN'));
  expect(others).toEqual([]);
  expect(kenya).toMatchObject({ pledgeId: id('courses'), states: ['KEN'], due: null });
  expect(kenya?.todo).toContain('Norway names Kenya as a partner');
  expect(commands([kenya!])).toEqual(['JoinPartnership']);
  expect(await asked(log, partnerOf('TZA'))).toMatchObject([{ states: ['TZA'] }]);
  expect((await asked(log, desk)).map(({ states }) => states)).toEqual([['KEN'], ['TZA']]);
});

it('the desk declares the partnership, or invites where there is one, or asks the lead', async () => {
  expect(commands(await asked(naming('Kenya'), desk))).toEqual([
    'DeclarePartnership',
    'RequestClarification',
  ]);
  const log = aLog();
  together(log, 'courses', 'TRIANGULAR');
  log.add('courses', 'PartnershipDeclared', {
    ...{
      pledgeId: id('courses'),
      kind: 'HANDOVER',
      lead: 'NOR',
      handoverTo: 'KEN',
      handoverOn: '2027-01-01',
    },
  });
  expect(commands(await asked(log, desk))).toContain('InvitePartner');
});

it.each([
  ['the lead', focalPointOf('NOR')],
  ['another state', focalPointOf('SWE')],
  ['a partner without a state', partnerOf(null)],
])('%s is not asked', async (_, caller) => expect(await asked(naming('Kenya'), caller)).toEqual([]));

it('nobody is asked who asked for its part, nor on a pledge that is at its end', async () => {
  const requested = naming('Kenya');
  const part = { state: 'KEN', body: null, role: 'UNIT' as const, part: null, share: null };
  const terms = { from: '2027-01-01', to: null, leadConsentReference: null };
  requested.add('courses', 'PartnershipRequested', {
    ...{ pledgeId: id('courses'), proposalId: id('asked'), ...part, ...terms },
  });
  expect(await asked(requested, focalPointOf('KEN'))).toEqual([]);
  const context = await contextOf(requested.events);
  const { items } = await workQueue(context, { kind: 'PARTNER_TO_CONFIRM' }, focalPointOf('NOR'), TODAY);
  expect(commands(items)).toEqual(['DeclarePartnership', 'DeclinePartner']);
  const withdrawn = naming('Kenya');
  withdraw(withdrawn, 'courses', '2026-02-01');
  for (const caller of [focalPointOf('KEN'), desk]) expect(await asked(withdrawn, caller)).toEqual([]);
});

it('filters of the queue hold for it as well', async () => {
  const log = naming('Kenya');
  const kenya = focalPointOf('KEN');
  expect(await asked(log, kenya, { memberState: 'Norway' })).toHaveLength(1);
  expect(await asked(log, kenya, { memberState: 'Kenya' })).toEqual([]);
});

it('the page shows everybody who is only named, and offers the part to that state alone', async () => {
  const context = await contextOf(naming('Kenya').events);
  const page = (caller: Caller) => pledgePage(context, id('courses'), caller, TODAY);
  expect((await page(reader)).credits).toEqual([
    { state: 'NOR', body: null, role: 'UNIT', basis: 'PLEDGED', counted: true },
    { state: 'KEN', body: null, role: null, basis: 'NAMED_ONLY', counted: false },
  ]);
  const mayJoin = async (state: string) =>
    (await page(focalPointOf(state))).commands.some(({ command }) => command === 'JoinPartnership');
  expect([await mayJoin('KEN'), await mayJoin('SWE'), await mayJoin('NOR')]).toEqual([true, false, false]);
});
