/** The OpenAPI document of the standalone service as text, made on an empty data folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom, createLogger, createService, openApiOf } from '@pledgeline/runtime';
import { standaloneSlices } from './slices.ts';

export const openApiText = async (): Promise<string> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pledgeline-openapi-'));
  const configuration = configurationFrom({ PLEDGELINE_DATA: dataFolder });
  const service = await createService({
    configuration,
    slices: standaloneSlices,
    log: createLogger('silent', 'openapi'),
  });
  try {
    await service.app.init();
    return `${JSON.stringify(openApiOf(service.app), null, 2)}\n`;
  } finally {
    await service.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};
