/** Which slices each service of the distributed shape serves, and that the standalone process serves all of them. */
import { IntakeModule } from '@pledgeline/intake';
import { ReportingModule } from '@pledgeline/reporting';
import { VerificationModule } from '@pledgeline/verification';

/** By the names that the services have in `apps` and in the proxy's configuration. */
export const serviceSlices = {
  intake: [IntakeModule],
  verification: [VerificationModule],
  reporting: [ReportingModule],
};

export const standaloneSlices = Object.values(serviceSlices).flat();
