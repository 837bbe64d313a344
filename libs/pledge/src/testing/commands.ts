/** For each command one example that is accepted where the table of transitions allows it. Tests say what differs. */
import type { PledgeCommandType } from '../state.ts';
import type { ExamplesOf } from './example-command.ts';
import { accountabilityCommands } from './commands/accountability-commands.ts';
import { actCommands } from './commands/act-commands.ts';
import { amendmentCommands } from './commands/amendment-commands.ts';
import { annulmentCommands } from './commands/annulment-commands.ts';
import { announcementCommands } from './commands/announcement-commands.ts';
import { caveatCommands } from './commands/caveat-commands.ts';
import { conditionCommands } from './commands/condition-commands.ts';
import { correctionCommands } from './commands/correction-commands.ts';
import { countingCommands } from './commands/counting-commands.ts';
import { deliveryCommands } from './commands/delivery-commands.ts';
import { deploymentCommands } from './commands/deployment-commands.ts';
import { implementationCommands } from './commands/implementation-commands.ts';
import { mergeCommands } from './commands/merge-commands.ts';
import { partnershipCommands } from './commands/partnership-commands.ts';
import { performanceCommands } from './commands/performance-commands.ts';
import { progressCommands } from './commands/progress-commands.ts';
import { readinessCommands } from './commands/readiness-commands.ts';
import { reclassificationCommands } from './commands/reclassification-commands.ts';
import { registrationCommands } from './commands/registration-commands.ts';
import { selectionCommands } from './commands/selection-commands.ts';
import { splitCommands } from './commands/split-commands.ts';
import { standingCommands } from './commands/standing-commands.ts';
import { supportCommands } from './commands/support-commands.ts';
import { suspensionCommands } from './commands/suspension-commands.ts';
import { termsCommands } from './commands/terms-commands.ts';
import { validityCommands } from './commands/validity-commands.ts';

export const commands: ExamplesOf<PledgeCommandType> = {
  ...announcementCommands,
  ...amendmentCommands,
  ...termsCommands,
  ...countingCommands,
  ...conditionCommands,
  ...progressCommands,
  ...reclassificationCommands,
  ...suspensionCommands,
  ...partnershipCommands,
  ...mergeCommands,
  ...splitCommands,
  ...registrationCommands,
  ...supportCommands,
  ...validityCommands,
  ...standingCommands,
  ...readinessCommands,
  ...selectionCommands,
  ...caveatCommands,
  ...deploymentCommands,
  ...performanceCommands,
  ...correctionCommands,
  ...annulmentCommands,
  ...implementationCommands,
  ...deliveryCommands,
  ...accountabilityCommands,
  ...actCommands,
};
