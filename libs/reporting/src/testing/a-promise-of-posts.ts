/** Planners who are promised, and sent. */
import { NO_TERMS, type DataOf } from '@pledgeline/contracts';
import { id, type Log } from './a-log.ts';
import { announce } from './a-pledge.ts';

const experts = (count: number | null) => ({ min: count, max: count, unit: 'planners', asStated: null });
/** @param count how many planners; null for no number. */
export const promise = (
  log: Log,
  name: string,
  count: number | null,
  terms: object | null,
  state = 'NOR',
): void => {
  announce(log, name, {
    reference: `none/${state}/${name}`,
    memberState: state,
    category: 'EXPERTISE',
    capabilityCode: 'PLANNERS',
    quantity: experts(count),
    terms: terms === null ? null : { ...NO_TERMS, ...terms },
  });
};
export const second = (log: Log, name: string, over: Partial<DataOf<'ExpertSeconded'>> = {}): void => {
  log.add(name, 'ExpertSeconded', {
    pledgeId: id(name),
    secondmentId: id(`${name} ${JSON.stringify(over)}`),
    persons: 1,
    post: 'Planner',
    mission: 'MINUSCA',
    hostInstitution: null,
    from: '2025-01-01',
    to: '2025-12-31',
    beyondPledge: false,
    onRecord: null,
    exception: null,
    approver: null,
    ...over,
  });
};
