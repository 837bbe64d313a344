import { usualMilestones as list } from './milestone-templates.ts';

const keys = (query: Parameters<typeof list>[0]) => list(query).items.map(({ key }) => key);

it('a category has its milestones in their order', () => {
  expect(list({ category: 'FINANCE' }).items).toEqual([
    { category: 'FINANCE', key: 'AGREEMENT_SIGNED', text: 'Agreement signed', order: 1 },
    { category: 'FINANCE', key: 'FIRST_PAYMENT', text: 'First payment', order: 2 },
    { category: 'FINANCE', key: 'FULL_PAYMENT', text: 'Full payment', order: 3 },
  ]);
});

it('a capability has those of its category', () => {
  expect(keys({ capabilityCode: 'EQP-MRAP' })).toEqual(keys({ category: 'EQUIPMENT' }));
  expect(keys({ capabilityCode: 'EQP-MRAP' })).toContain('IN_USE');
});

it('a unit has none: it goes through levels', () => {
  expect(keys({ capabilityCode: 'INF-BN' })).toEqual([]);
});

it('without a filter every category is listed', () => {
  const named = new Set(list({}).items.map(({ category }) => category));
  expect(named).toHaveProperty('size', 10);
});
