// Writes what the console knows of the API from docs/openapi.json: the types of its answers, and what each command asks for.
// Part of `npm run openapi`; a test says when the files are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './generated.mjs';

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'));
for (const [name, text] of Object.entries(generated(document)))
  writeFileSync(join(import.meta.dirname, 'src/generated', name), text);
