/** A process that answers questions on a log of its own and writes nothing to it: no policy adds to the log that a test has prepared. */
import { ReportingModule } from '@pledgeline/reporting';
import { runService } from '@pledgeline/runtime';

await runService({ name: 'questions', slices: [ReportingModule] });
