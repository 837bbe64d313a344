/** The door for promises, as a service of its own. */
import { IntakeModule } from '@pledgeline/intake';
import { runService } from '@pledgeline/runtime';

await runService({ name: 'intake', slices: [IntakeModule] });
