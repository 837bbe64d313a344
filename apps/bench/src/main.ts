/** `npm run bench [-- --json FILE] [--events N[,N…]] [--only commands|log|http|kurrentdb|sign-in|reads|long|mixed|proof|scale|console] [--minutes N] [--rate N] [--rebuild-minutes N] [--pledges N]`: every figure of docs/benchmarks.md, measured here and now. */
import { parseArgs } from 'node:util';
import { measureCommandThroughput } from './command-throughput.ts';
import { measureConsole } from './console/console.ts';
import { measureSignIn } from './http-sign-in.ts';
import { measureHttp } from './http.ts';
import { installPeers } from './install-peers.ts';
import { measureKurrentdb } from './kurrentdb.ts';
import { measureLogSize } from './log-size.ts';
import { emptyResults } from './measure.ts';
import { measureLongLife } from './long-life.ts';
import { measureMixed } from './mixed.ts';
import { progressOn } from './progress.ts';
import { measureBesideCommands } from './proof-beside-commands.ts';
import { measureProof } from './proof.ts';
import { measureReads } from './reads.ts';
import { measureScale } from './scale.ts';
import { tellResults, tellWhenStopped } from './tell-results.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    events: { type: 'string' },
    only: { type: 'string' },
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '100' },
    'rebuild-minutes': { type: 'string', default: '60' },
    pledges: { type: 'string', default: '50000' },
  },
});
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const sizes = (list: string): readonly number[] => list.split(',').map(Number);
const results = emptyResults();
const progress = progressOn(process.stderr);
tellWhenStopped(results, { json: values.json });

if (wanted('commands') || wanted('http')) installPeers();
if (wanted('commands')) await measureCommandThroughput(results, progress);
if (wanted('log')) await measureLogSize(results, Number(values.events ?? 1_000_000), progress);
if (wanted('http')) await measureHttp(results, progress);
if (wanted('kurrentdb')) await measureKurrentdb(results, progress);
if (wanted('sign-in')) await measureSignIn(results, progress);
if (wanted('reads')) await measureReads(results, Number(values.pledges), progress);
if (wanted('long')) await measureLongLife(results, progress);
if (wanted('mixed'))
  await measureMixed(results, { minutes: Number(values.minutes), rate: Number(values.rate) }, progress);
if (wanted('proof')) {
  await measureProof(results, Number(values.events ?? 1_000_000), progress);
  await measureBesideCommands(results, progress);
}
if (wanted('scale'))
  await measureScale(
    results,
    {
      events: sizes(values.events ?? '100000,1000000,10000000'),
      rebuildMinutes: Number(values['rebuild-minutes']),
    },
    progress,
  );
if (wanted('console')) await measureConsole(results, Number(values.pledges), progress);
progress.done();
tellResults(results, { json: values.json });
