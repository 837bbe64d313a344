/** A range of days that ends before it begins is refused at its end; any other is taken, also one with a single day or a single end. */
import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { ListFindingsRequest } from '../pages/findings/finding.request.ts';
import { ListPledgesRequest } from '../pages/pledge/pledges.request.ts';
import { ListVisitsRequest } from '../pages/visits/visit.request.ts';

const RANGES = [
  [ListPledgesRequest, 'announcedFrom', 'announcedTo'],
  [ListPledgesRequest, 'lastWordFrom', 'lastWordTo'],
  [ListPledgesRequest, 'dueFrom', 'due'],
  [ListFindingsRequest, 'from', 'to'],
  [ListVisitsRequest, 'from', 'to'],
] as const;

const refused = async (request: new () => object, query: object): Promise<Record<string, string>> => {
  const faults = await validate(plainToInstance(request, query));
  return Object.fromEntries(
    faults.map(({ property, constraints }) => [property, Object.values(constraints ?? {}).join('; ')]),
  );
};

describe.each(RANGES)('%p: %s to %s', (request, from, to) => {
  it.each([
    ['2026-02-01', '2026-01-31'],
    ['2026-01-01', '2025-12-31'],
    ['2026-01-02', '2026-01-01'],
  ])('%s to %s is refused, naming both', async (first, last) => {
    expect(await refused(request, { [from]: first, [to]: last })).toEqual({
      [to]: `${to} must be ${from} or a later day`,
    });
  });

  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2026-01-31', '2026-02-01'],
    ['2026-01-01', undefined],
    [undefined, '2026-01-01'],
    [undefined, undefined],
  ])('%s to %s is taken', async (first, last) => {
    expect(await refused(request, { [from]: first, [to]: last })).toEqual({});
  });

  it('a beginning that is no day is refused alone', async () => {
    expect(Object.keys(await refused(request, { [from]: 'today', [to]: '2026-01-01' }))).toEqual([from]);
  });
});
