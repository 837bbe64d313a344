/** The whole of Pledgeline in one process, on one data folder. */
import { runService } from '@pledgeline/runtime';
import { standaloneSlices } from './slices.ts';

await runService({ name: 'standalone', slices: standaloneSlices });
