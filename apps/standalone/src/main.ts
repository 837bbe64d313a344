/** The whole of Pledgeline in one process, on one data folder. */
import { fileURLToPath } from 'node:url';
import { runService } from '@pledgeline/runtime';
import { standaloneSlices } from './slices.ts';

await runService({
  name: 'standalone',
  slices: standaloneSlices,
  site: fileURLToPath(new URL('../../console/dist/site', import.meta.url)),
});
