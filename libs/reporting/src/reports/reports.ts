/** Every report there is, in the order in which they are listed. */
import { arrearsPaid } from './arrears.report.ts';
import { moneyByFund } from './funds.report.ts';
import { suppliesDelivered } from './supplies.report.ts';
import { measured } from './measurements.report.ts';
import { trainingByYear } from './sustained-training.report.ts';
import { ageAndSteps } from './age-and-steps.report.ts';
import { capabilitiesOffered } from './capabilities.report.ts';
import { conferenceFigures } from './conference-figures.report.ts';
import { credits } from './credits.report.ts';
import { deliveryByState } from './delivery-by-state.report.ts';
import { endorsements } from './endorsements.report.ts';
import { eventsPerMonth } from './events-per-month.report.ts';
import { firstTimeContributors } from './first-time-contributors.report.ts';
import { gapsFilled } from './gaps.report.ts';
import { moneyByCurrency } from './money.report.ts';
import { partnerships } from './partnerships.report.ts';
import { pledgesAndStates } from './pledges-and-states.report.ts';
import { posts } from './posts.report.ts';
import { progress } from './progress/progress.report.ts';
import { rapidDeployment } from './rapid-deployment.report.ts';
import { readinessOverTime } from './readiness-over-time.report.ts';
import type { ReportDefinition } from './report.ts';
import { silentPledges } from './silent-pledges.report.ts';
import { stateCommitments } from './state-commitments.report.ts';
import { training } from './training.report.ts';
import { whatBecame } from './what-became.report.ts';
import { women } from './women.report.ts';

export const reports: readonly ReportDefinition[] = [
  pledgesAndStates,
  stateCommitments,
  capabilitiesOffered,
  moneyByCurrency,
  moneyByFund,
  arrearsPaid,
  deliveryByState,
  whatBecame,
  ageAndSteps,
  readinessOverTime,
  eventsPerMonth,
  silentPledges,
  firstTimeContributors,
  gapsFilled,
  rapidDeployment,
  partnerships,
  credits,
  posts,
  training,
  trainingByYear,
  suppliesDelivered,
  measured,
  women,
  endorsements,
  conferenceFigures,
  progress,
];
