/** A process that answers questions on a log of its own and writes nothing to it: no policy adds to what a test has told. */
import { ReportingModule } from '@pledgeline/reporting';
import { runService } from '@pledgeline/runtime';

await runService({ name: 'questions', slices: [ReportingModule] });
