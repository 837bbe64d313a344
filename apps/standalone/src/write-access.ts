/** Writes docs/access.md from the declarations and docs/openapi.json; a test fails when it is not what it would be now. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { OpenApiDocument } from './merged-openapi.ts';
import { accessPage } from './testing/access-matrix.ts';

const docs = new URL('../../../docs/', import.meta.url);
const document = JSON.parse(readFileSync(new URL('openapi.json', docs), 'utf8')) as OpenApiDocument;
writeFileSync(new URL('access.md', docs), accessPage(document));
