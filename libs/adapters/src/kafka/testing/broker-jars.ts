/** The jars of an Apache Kafka broker, fetched by Maven once per version and kept between runs. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** What CI runs on; another by KAFKA_VERSION, of which 3.9.2 was tried. */
export const KAFKA_VERSION = process.env['KAFKA_VERSION'] ?? '4.4.0';

const root = resolve(import.meta.dirname, '../../../../..');
const cache = join(root, 'node_modules/.cache/pledgeline');

/**
 * @returns the folder of the jars.
 * @throws {Error} in one line, when Maven is missing or the version does not exist.
 */
export const brokerJars = async (version: string): Promise<string> => {
  const folder = join(cache, `kafka-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  // Put in place at once: a process that fetches at the same time, or is killed, leaves nothing half done.
  const fetched = mkdtempSync(join(cache, 'fetching-'));
  try {
    await promisify(execFile)('mvn', [
      ...['-q', '-B', '-f', join(root, 'infra/kafka/pom.xml')],
      `-Dkafka.version=${version}`,
      `-Dslf4j.binding=${version.startsWith('3.') ? 'slf4j-reload4j' : 'slf4j-simple'}`,
      ...['dependency:copy-dependencies', `-DoutputDirectory=${fetched}`, '-DincludeScope=runtime'],
    ]);
    renameSync(fetched, folder);
  } catch (error) {
    rmSync(fetched, { recursive: true, force: true });
    if (existsSync(folder)) return folder;
    const { code, stdout, message } = error as NodeJS.ErrnoException & { stdout?: string };
    const why = code === 'ENOENT' ? 'Maven (mvn) is not installed' : (stdout ?? message).slice(0, 500);
    throw new Error(`no jars of Kafka ${version}: ${why}`, { cause: error });
  }
  return folder;
};
