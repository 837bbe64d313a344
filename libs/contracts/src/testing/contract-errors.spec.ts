import { contractErrors } from './contract-errors.ts';

describe('a fact against its contract', () => {
  const data = { pledgeId: '00000000-0000-7000-8000-000000000001', validUntil: '2026-06-01' };
  const errors = (changes: object) =>
    contractErrors({ type: 'RenewalReminded', data: { ...data, ...changes } });

  it('is found in order', () => {
    expect(errors({})).toEqual([]);
  });

  it.each([
    ['an impossible date', { validUntil: '2026-02-30' }, '/validUntil'],
    ['an id that is none', { pledgeId: 'p' }, '/pledgeId'],
    ['a field that is null', { validUntil: null }, '/validUntil'],
    ['a field no schema names', { dueOn: '2026-06-01' }, '/dueOn'],
  ])('is found out by %s', (_name, changes, path) => {
    expect(errors(changes)).toEqual([expect.stringContaining(`RenewalReminded${path} `)]);
  });

  it('is found out by a field deep inside that no schema names', () => {
    const caveat = {
      caveatId: '00000000-0000-7000-8000-000000000002',
      text: 'No patrols after dark',
      kind: 'TIME',
      blocking: true,
      undeclared: false,
      foundBy: null,
      foundIn: null,
      since: null,
      liftedOn: null,
      visibility: 'INTERNAL',
    };
    const carried = (more: object) =>
      contractErrors({
        type: 'RecordsCarriedOver',
        data: {
          pledgeId: data.pledgeId,
          documents: [],
          documentHashes: [],
          lastAav: null,
          caveats: [{ ...caveat, ...more }],
          conditions: [],
        },
      });
    expect(carried({})).toEqual([]);
    expect(carried({ seenBy: 'FGS' })).toEqual([expect.stringContaining('/caveats/0/seenBy ')]);
  });
});
