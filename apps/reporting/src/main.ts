/** The service that answers questions, as a service of its own. */
import { fileURLToPath } from 'node:url';
import { ReportingModule } from '@pledgeline/reporting';
import { runService } from '@pledgeline/runtime';

await runService({
  name: 'reporting',
  slices: [ReportingModule],
  degradedReads: true,
  site: fileURLToPath(new URL('../../console/dist/site', import.meta.url)),
});
