// Known faults of the packages that are shipped. A registry without an audit endpoint cannot be asked: that is said, and
// is no failure; anything found is one.
import { spawnSync } from 'node:child_process';

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
if (error) throw error;
const answer = JSON.parse(stdout);
const found = answer.metadata?.vulnerabilities;
if (found === undefined) {
  console.log(
    `NOT ASKED: the registry of this machine answers no audits (${answer.error?.summary || answer.message || 'no reason given'})`,
  );
} else {
  console.log(`known faults of shipped packages: ${found.total}`);
  for (const { name, severity, range } of Object.values(answer.vulnerabilities))
    console.log(`  ${severity}: ${name} ${range}`);
  if (found.total > 0) process.exitCode = 1;
}
