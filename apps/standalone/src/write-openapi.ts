/** Writes docs/openapi.json, which is what the standalone service serves; a test fails when the two differ. */
import { writeFileSync } from 'node:fs';
import { openApiText } from './openapi-text.ts';

writeFileSync(new URL('../../../docs/openapi.json', import.meta.url), await openApiText());
