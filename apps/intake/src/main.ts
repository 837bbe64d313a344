/** The service for promises, in a process of its own. */
import { IntakeModule } from '@pledgeline/intake';
import { runService } from '@pledgeline/runtime';

await runService({ name: 'intake', slices: [IntakeModule] });
