/**
 * Writes docs/asyncapi.json and docs/schemas/ from the contracts (`npm run asyncapi`); a test fails when they are stale.
 * With `--release` (`npm run asyncapi:release`) what is there now becomes the contract that later changes are held against.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { contractSources, eventDocuments, RELEASED_FILE, releaseText } from '@pledgeline/contracts/documents';
import type { ContractRecord } from '@pledgeline/contracts/documents';

const docs = new URL('../../docs/', import.meta.url);
const releasedFile = new URL(RELEASED_FILE, docs);

const releasedText = (): string | undefined =>
  existsSync(releasedFile) ? readFileSync(releasedFile, 'utf8') : undefined;

const release = (): void => {
  const before = releasedText();
  const released = before === undefined ? undefined : (JSON.parse(before) as ContractRecord);
  writeFileSync(releasedFile, releaseText(contractSources, released));
};

mkdirSync(new URL('schemas/', docs), { recursive: true });
if (process.argv.includes('--release')) release();

const released = JSON.parse(readFileSync(releasedFile, 'utf8')) as ContractRecord;
const documents = eventDocuments(contractSources, released);
for (const [path, text] of Object.entries(documents)) writeFileSync(new URL(path, docs), text);
for (const file of readdirSync(new URL('schemas/', docs)))
  if (!(`schemas/${file}` in documents) && `schemas/${file}` !== RELEASED_FILE)
    rmSync(new URL(`schemas/${file}`, docs));
