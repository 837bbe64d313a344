import { metaFor } from '@pledgeline/event-sourcing/testing';
import { openLog } from '../testing/log-and-views.ts';
import { requirementCommands } from './requirement-set-commands.ts';
import { placeOf } from './requirement-place.ts';

const NOW = '2026-11-29T09:00:00.000Z';
const set = 'uniformed-capability-requirements';
const slot = { number: 1, priority: 'HIGH' as const, note: null };
const slots = [
  { ...slot, slot: 'qrf', capabilityCode: 'QRF-COY', mission: 'MINUSCA' },
  { ...slot, slot: 'police', capabilityCode: 'FPU', mission: null },
];

const published = async () => {
  const requirements = requirementCommands(openLog(NOW));
  // The older one is entered last: the newest by its day is the current one.
  for (const [n, edition] of ['2022-03-01', '2021-06-01'].entries()) {
    const gone =
      edition === '2021-06-01' ? [{ ...slot, slot: 'gone', capabilityCode: 'MP', mission: null }] : [];
    await requirements(`requirements-${set}`, {
      type: 'PublishRequirementSet',
      data: { code: set, edition, title: 'Needs', source: 's', slots: [...slots, ...gone] },
      meta: metaFor({ role: 'SFGC', commandId: `command ${n}`, now: NOW, occurredOn: edition }),
    });
  }
  return requirements;
};

const sought = (capabilityCode: string, mission = 'MINUSCA', substitutes: string[] = []) => ({
  capabilityCode,
  mission,
  substitutes,
});

it.each([
  ['of its code and mission', 'qrf', sought('QRF-COY')],
  ['that takes its code in place of another', 'qrf', sought('INF-BN', 'MINUSCA', ['QRF-COY'])],
  ['of its code, where the slot names no mission', 'police', sought('FPU', 'UNMISS')],
])('a slot leads to a gap %s', async (_, name, gap) => {
  expect(await placeOf(await published(), { set, slot: name }, gap)).toEqual({ set, slot: name });
});

it('a gap need not name one', async () =>
  expect(await placeOf(await published(), null, sought('FPU'))).toBeNull());

it.each([
  ['REQUIREMENT_SET_NOT_FOUND', { set: 'others', slot: 'qrf' }, sought('QRF-COY'), 'requirement.set'],
  ['UNKNOWN_SLOT', { set, slot: 'none' }, sought('QRF-COY'), 'requirement.slot'],
  ['UNKNOWN_SLOT', { set, slot: 'gone' }, sought('MP'), 'requirement.slot'],
  ['SLOT_MISMATCH', { set, slot: 'qrf' }, sought('FPU'), 'requirement.slot'],
  ['SLOT_MISMATCH', { set, slot: 'qrf' }, sought('QRF-COY', 'UNMISS'), 'requirement.slot'],
])('%s of %j for %j', async (code, place, gap, field) => {
  const attempt = placeOf(await published(), place, gap);
  await expect(attempt).rejects.toMatchObject({ code, details: { field } });
});
