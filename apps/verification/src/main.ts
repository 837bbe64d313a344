/** The service for readiness, selection and deployment, in a process of its own. */
import { VerificationModule } from '@pledgeline/verification';
import { runService } from '@pledgeline/runtime';

await runService({ name: 'verification', slices: [VerificationModule] });
