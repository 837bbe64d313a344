/** Which units could be in a mission soon: those at the Rapid Deployment Level, and those that name so few days. */
import { capability } from '@pledgeline/contracts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { countPledges, isCapability } from './counting-rules.ts';
import { grouped } from './grouped.ts';
import { NEWEST, newestAmong } from './newest.ts';
import { REGISTER_FILTERS } from './report-question.ts';
import type { ReportDefinition } from './report.ts';

const DAYS = 60;

/** An offer nobody has taken up yet: a unit under selection or deployed is not available. */
const isAvailable = (row: RegisterRow): boolean =>
  isCapability(row) && (row.pledge.status === 'REGISTERED' || row.pledge.status === 'MATCHED');

export const rapidDeployment: ReportDefinition = {
  report: 'rapid-deployment',
  title: 'Units deployable soon',
  answers: 'Which units could deploy within so many days (60 unless `within` names another number)?',
  readers: 'MEMBER_STATES',
  takes: [...REGISTER_FILTERS, 'within'],
  make: async (context, { within = DAYS, ...filters }) => {
    const isNewest = await newestAmong(context.views, isAvailable);
    const isSoon = (row: RegisterRow): boolean =>
      isAvailable(row) &&
      isNewest(row) &&
      row.pledge.deployWithinDays !== null &&
      row.pledge.deployWithinDays <= within;
    const measures = [
      countPledges(
        {
          figure: 'newestDeployable',
          name: `Deployable within ${within} days`,
          definition: `offers registered or matched that state ${within} days or fewer from a request to the deployment, at whatever level; ${NEWEST}`,
        },
        isSoon,
      ),
      countPledges(
        {
          figure: 'newestAtRapidDeploymentLevel',
          name: `Of these at the Rapid Deployment Level`,
          definition: 'of these, at RDL: verified and under an agreement',
        },
        (row) => isSoon(row) && row.pledge.level === 'RDL',
      ),
      countPledges(
        {
          figure: 'newestSelectable',
          name: 'Of these at Level 2 or higher',
          definition: 'of these, at a level from which a unit can be selected',
        },
        (row) => isSoon(row) && row.pledge.level !== 'L1' && row.pledge.level !== null,
      ),
    ];
    return grouped(context, filters, measures, {
      grouping: {
        codesOf: (row) => (isSoon(row) ? [row.pledge.capabilityCode ?? ''] : []),
        nameOf: (code) => capability(code)?.name ?? code,
      },
    });
  },
};
