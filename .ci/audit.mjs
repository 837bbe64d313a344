// Vulnerabilities of the packages that are shipped. Anything found is a failure, and so is an answer that cannot be understood.
// A registry that has no audits, as many mirrors do, cannot be asked: that is said, and is none.
import { spawnSync } from 'node:child_process';

/** There is no such address, no such method, nothing behind it. */
const HAS_NO_AUDITS = [404, 405, 410, 501];

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
if (error) throw error;
const answer = JSON.parse(stdout);
const found = answer.metadata?.vulnerabilities;
if (found !== undefined) {
  console.log(`vulnerabilities of shipped packages: ${found.total}`);
  for (const { name, severity, range } of Object.values(answer.vulnerabilities))
    console.log(`  ${severity}: ${name} ${range}`);
  if (found.total > 0) process.exitCode = 1;
} else if (HAS_NO_AUDITS.includes(answer.statusCode)) {
  console.log(`NOT ASKED: the registry of this machine has no audits (${answer.message})`);
} else {
  console.error(`not answered: ${answer.message ?? stdout}`);
  process.exitCode = 1;
}
