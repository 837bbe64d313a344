/**
 * What a user of Nest would write instead of Pledgeline: the checked announcement is decided by the same decider and appended as
 * the same event by emmett-sqlite, with one inline projection of a row for each pledge.
 */
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { openEmmettStore } from '../emmett-store.ts';
import { beginLife } from '../life.ts';
import { announcement } from '../lifecycle.ts';
import { AnnouncementRequest } from './announcement.request.ts';
import { registerRow } from './register-row.ts';
import { serve } from './serve.ts';

const emmett = await openEmmettStore(registerRow);
let announced = 0;

@Controller()
class EmmettController {
  @Get('health/ready')
  ready(): object {
    return { status: 'ready' };
  }

  @Post('pledges')
  async announce(@Body() { description, source }: AnnouncementRequest): Promise<object> {
    const pledgeId = randomUUID();
    const { add, life } = beginLife((announced += 1));
    add('DESK', 'AnnouncePledge', { ...announcement(pledgeId, announced), description, source });
    const [command] = life().commands;
    if (command !== undefined) await emmett.handle(`pledge-${pledgeId}`, command);
    return { pledgeId, revision: 0 };
  }
}

@Module({ controllers: [EmmettController] })
class EmmettModule {}

await serve(EmmettModule);
