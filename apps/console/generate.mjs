// Writes what the console knows of the API from docs/openapi.json: the types of its answers, and what each command asks for.
// Part of `npm run openapi`; a test says when the files are stale.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './generated.mjs';

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'));
const folder = join(import.meta.dirname, 'src/generated');
// One that there is no more would be built in for good.
rmSync(folder, { recursive: true });
mkdirSync(join(folder, 'commands'), { recursive: true });
for (const [name, text] of Object.entries(generated(document))) writeFileSync(join(folder, name), text);
