/** A service with one slice of no business, listening, whose log is kept: for what every service does about those who mean harm. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { EVERYBODY, ROLES } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { configurationFrom } from '../configuration.ts';
import { createService } from '../create-service.ts';
import type { ServiceOptions } from '../create-service.ts';
import { createLogger } from '../logging.ts';

@Controller('boards')
class BoardsController {
  @Get()
  @ApiOperation({ operationId: 'list' })
  list(): readonly string[] {
    return [];
  }

  @Get('broken')
  @ApiOperation({ operationId: 'broken' })
  broken(): never {
    throw new Error('a detail of the inside');
  }

  @Post('burned')
  @ApiOperation({ operationId: 'burn' })
  burn(): Record<string, never> {
    return {};
  }

  @Get('forgotten')
  @ApiOperation({ operationId: 'withoutRule' })
  forgotten(): readonly string[] {
    return [];
  }

  @Post()
  @ApiOperation({ operationId: 'nail' })
  nail(@Body() { word }: { readonly word?: string }): { readonly word: string } {
    if (word === undefined) throw new Rejected('conflict', 'NOTHING_TO_NAIL', 'There is no word.');
    return { word };
  }
}

const SIGNED_IN = { roles: ROLES.filter((role) => role !== 'PUBLIC'), reach: 'SAME' } as const;
const ADMIN_ONLY = { roles: ['ADMIN'], reach: 'SAME' } as const;
const OPEN = { roles: EVERYBODY, reach: 'SAME' } as const;

@Module({ controllers: [BoardsController] })
class BoardsModule {
  static readonly access = { list: OPEN, broken: OPEN, nail: SIGNED_IN, burn: ADMIN_ONLY };
}

export interface HardenedService {
  readonly url: string;
  readonly dataFolder: string;
  /** All that it has logged, as it stands on stdout. */
  logged(): string;
  connect(): Socket;
  close(): Promise<void>;
}

export const hardenedService = async (
  env: Readonly<Record<string, string>> = {},
  options: Pick<ServiceOptions, 'timeouts' | 'site'> = {},
): Promise<HardenedService> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pledgeline-hardening-'));
  const lines: string[] = [];
  const log = createLogger('trace', 'test', { write: (line) => lines.push(line) });
  const service = await createService({
    configuration: configurationFrom({ PLEDGELINE_DATA: dataFolder, PORT: '0', ...env }),
    slices: [BoardsModule],
    log,
    ...options,
  });
  const url = await service.listen();
  const { hostname, port } = new URL(url);
  return {
    url,
    dataFolder,
    logged: () => lines.join(''),
    connect: () => connect(Number(port), hostname),
    close: async () => {
      await service.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
