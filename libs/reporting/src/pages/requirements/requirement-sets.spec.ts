import { aLog, desk } from '../../testing/a-log.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import {
  differencePage,
  editionPage,
  requirementSetList,
  requirementSetPage,
} from './requirement-set.schema.ts';
import { differenceBetween, oneEdition, oneRequirementSet, requirementSets } from './requirement-sets.ts';
import type { Slot } from '../../views/requirement-shelf.view.ts';

afterEach(closeAll);

const code = 'uniformed-capability-requirements';
const slot = (name: string, over: Partial<Slot> = {}): Slot => ({
  slot: name,
  capabilityCode: 'QRF-COY',
  mission: 'MINUSCA',
  number: 1,
  priority: 'HIGH',
  note: null,
  ...over,
});

const twoEditions = ({ olderFirst = true } = {}) => {
  const log = aLog();
  const publish = (edition: string, slots: Slot[]) =>
    log.add(
      code,
      'RequirementSetPublished',
      { code, edition, title: `Of ${edition}`, source: 'https://pcrs.un.org', slots },
      { on: edition },
    );
  const older = () => publish('2021-06-01', [slot('qrf-1'), slot('qrf-2'), slot('helicopters')]);
  if (olderFirst) older();
  publish('2022-03-01', [slot('qrf-1'), slot('helicopters', { number: 2 }), slot('drones')]);
  if (!olderFirst) older();
  return contextOf(log.events);
};

it.each([[true], [false]])(
  'the edition of the later day is the current one, the older entered first: %s',
  async (olderFirst) => {
    const context = await twoEditions({ olderFirst });
    expect(await oneRequirementSet(context, code, desk)).toMatchObject({
      title: 'Of 2022-03-01',
      newest: '2022-03-01',
      editions: [{ edition: '2021-06-01', slots: 3 }, { edition: '2022-03-01' }],
    });
    expect(await oneEdition(context, code, '2021-06-01', desk)).toMatchObject({
      title: 'Of 2021-06-01',
      replacedBy: '2022-03-01',
    });
    expect(await oneEdition(context, code, '2022-03-01', desk)).toMatchObject({ replacedBy: null });
    expect((await requirementSets(context)).items).toHaveLength(1);
  },
);

it('what was added, removed and changed is told by slot', async () => {
  const context = await twoEditions();
  expect(await differenceBetween(context, code, { from: '2021-06-01', to: '2022-03-01' })).toMatchObject({
    added: [{ slot: 'drones' }],
    removed: [{ slot: 'qrf-2' }],
    changed: [{ slot: 'helicopters', from: { number: 1 }, to: { number: 2 } }],
  });
});

it('what was never published is not found', async () => {
  const context = await twoEditions();
  await expect(oneRequirementSet(context, 'x', desk)).rejects.toMatchObject({
    code: 'REQUIREMENT_SET_NOT_FOUND',
  });
  await expect(
    differenceBetween(context, code, { from: '2021-06-01', to: '2023-01-01' }),
  ).rejects.toMatchObject({
    code: 'EDITION_NOT_FOUND',
    details: { field: 'to', allowed: ['2021-06-01', '2022-03-01'] },
  });
});

it('the answers are as the API document describes them', async () => {
  const context = await twoEditions();
  const [from, to] = ['2021-06-01', '2022-03-01'];
  expect([
    ...faultsOf(await requirementSets(context), requirementSetList),
    ...faultsOf(await oneRequirementSet(context, code, desk), requirementSetPage),
    ...faultsOf(await oneEdition(context, code, from, desk), editionPage),
    ...faultsOf(await differenceBetween(context, code, { from, to }), differencePage),
  ]).toEqual([]);
});
