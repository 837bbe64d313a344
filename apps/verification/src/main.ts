/** The door for readiness, selection and deployment, as a service of its own. */
import { VerificationModule } from '@pledgeline/verification';
import { runService } from '@pledgeline/runtime';

await runService({ name: 'verification', slices: [VerificationModule] });
