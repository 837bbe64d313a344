import { recorded } from '@pledgeline/event-sourcing/testing';
import { eventContracts } from './catalogue.ts';
import { redactedFor } from './redacted-for.ts';
import { fieldsOf } from './data-errors.ts';

const of = (event: { readonly type: string; readonly data: unknown }) => recorded(event, 0);

const split = of({
  type: 'PledgeSplit',
  data: { children: [{ level: 'L2', isRest: false }], consentReference: 'NV/1', endedMatches: [{}] },
});

it('empties what is kept back, within lists as well, and leaves the rest', () => {
  expect(redactedFor(split, 'PUBLIC')).toEqual({
    children: [{ level: null, isRest: false }],
    consentReference: 'NV/1',
    endedMatches: [],
  });
});

it('is what was recorded where nothing is kept back', () => {
  for (const audience of ['MEMBER_STATES', 'INTERNAL'] as const)
    expect(redactedFor(split, audience)).toBe(split.data);
});

it('keeps from the public what is kept from states', () => {
  const deployed = of({ type: 'UnitDeployed', data: { approver: 'somebody' } });
  for (const audience of ['PUBLIC', 'MEMBER_STATES'] as const)
    expect(redactedFor(deployed, audience)).toEqual({ approver: null });
});

it('a correction or an amendment tells that such a field was changed, and not to what', () => {
  const changes = [
    { field: 'approver', old: 'somebody', new: 'another' },
    { field: 'place', old: 'Bangui', new: 'Bria' },
  ];
  const corrected = of({ type: 'EventCorrected', data: { correctedType: 'UnitDeployed', changes } });
  expect(redactedFor(corrected, 'PUBLIC')).toEqual({
    correctedType: 'UnitDeployed',
    changes: [{ field: 'approver', old: null, new: null }, changes[1]],
  });
  const amended = of({
    type: 'PledgeAmended',
    data: { changes: [{ field: 'deployWithinDays', old: 60, new: 90 }] },
  });
  expect(redactedFor(amended, 'PUBLIC')).toEqual({
    changes: [{ field: 'deployWithinDays', old: null, new: null }],
  });
});

it('what a contract keeps back is a field that it has', () => {
  for (const { type, redact } of eventContracts.filter((one) => one.type !== 'PledgeAmended')) {
    const paths = Object.values(redact).flat();
    const fields = paths.map((path) => path.split('.')[0]);
    expect([type, fields.filter((field) => !fieldsOf(type).includes(field ?? ''))]).toEqual([type, []]);
  }
});

it.each([
  [3, 'a gap'],
  [4, null],
])('version %i tells the public %j: what was told before stays on its topic', (schemaVersion, gapId) => {
  const selected = { ...of({ type: 'UnitSelected', data: { gapId: 'a gap' } }), schemaVersion };
  expect(redactedFor(selected, 'PUBLIC')).toEqual({ gapId });
  expect(redactedFor(selected, 'MEMBER_STATES')).toEqual({ gapId: 'a gap' });
});
