/** Writes docs/transitions.md from what the decider of pledges does; a test fails when it is not what it would be now. */
import { writeFileSync } from 'node:fs';
import { transitionsPage } from '@pledgeline/pledge/transitions-page';

writeFileSync(new URL('../../docs/transitions.md', import.meta.url), transitionsPage());
