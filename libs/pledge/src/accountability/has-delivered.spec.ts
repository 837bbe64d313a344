import type { PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import {
  actRecorded,
  courseDelivered,
  equipmentDelivered,
  fundsCommitted,
  fundsPledged,
  fundsReceived,
  measured,
  secondmentEnded,
  seconded,
} from '../testing/delivered-life.ts';
import {
  evidenceRejected,
  carriedOutTo,
  firstMet,
  verified,
  withEvidence,
} from '../testing/implementation-life.ts';
import { lapsed, renewed, withdrawn } from '../testing/early-life.ts';
import { atRapid, historyTo } from '../testing/later-life.ts';
import { FIRST } from '../testing/named-events.ts';
import { hasDelivered } from './has-delivered.ts';

const isDelivered = (history: readonly PledgeEvent[]): boolean => hasDelivered(after(history).state());
const underWay = carriedOutTo.IN_PROGRESS;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];

describe('something was delivered', () => {
  it.each<[string, readonly PledgeEvent[]]>([
    ['money received', [...underWay, fundsReceived()]],
    ['money received, then withdrawn', [...underWay, fundsReceived(), withdrawn()]],
    ['a course', [...underWay, courseDelivered()]],
    ['people', [...underWay, seconded()]],
    ['people who came home', [...underWay, seconded(), secondmentEnded()]],
    ['equipment', [...underWay, equipmentDelivered()]],
    ['equipment that is not in use', [...underWay, equipmentDelivered({ inUse: false })]],
    ['a political act', [...underWay, actRecorded()]],
    ['a unit in the field', at('DEPLOYED')],
    ['a unit that came home', at('REPATRIATED')],
    ['a unit that came home and is offered again', [...at('REPATRIATED'), renewed()]],
    ['a unit that came home, offered again and lapsed', [...at('REPATRIATED'), renewed(), lapsed()]],
    ['a milestone', firstMet],
  ])('%s', (_what, history) => {
    expect(isDelivered(history)).toBe(true);
  });
});

describe('nothing was delivered', () => {
  it.each<[string, readonly PledgeEvent[]]>([
    ['before the announcement', []],
    ['an announcement', at('ANNOUNCED')],
    ['a unit at its highest level', atRapid],
    ['a unit that is ready to go', at('READY')],
    ['a unit that was withdrawn', at('WITHDRAWN')],
    ['a plan that was begun', underWay],
    ['money confirmed and committed', [...underWay, fundsPledged(), fundsCommitted()]],
    ['a measured target', [...underWay, measured()]],
    ['evidence without a milestone', [...withEvidence, verified()]],
    ['a milestone that is open again', [...firstMet, evidenceRejected({ reopenedMilestones: [FIRST] })]],
  ])('%s', (_what, history) => {
    expect(isDelivered(history)).toBe(false);
  });
});
