/** Which slices the standalone process serves. */
import { IntakeModule } from '@pledgeline/intake';
import { ReportingModule } from '@pledgeline/reporting';
import { VerificationModule } from '@pledgeline/verification';

export const standaloneSlices = [IntakeModule, VerificationModule, ReportingModule];
