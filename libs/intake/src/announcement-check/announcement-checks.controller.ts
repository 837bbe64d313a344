/** Help before an announcement. Not a command of the domain, so not among its addresses: it writes nothing. */
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandRequest } from '@pledgeline/contracts';
import { AnnouncePledgeRequest } from '../announcement/announcement.request.ts';
import { CHECK_ANNOUNCEMENT } from './check-announcement.ts';
import type { AnnouncementCheck, CheckAnnouncement } from './check-announcement.ts';
import { announcementCheck } from './announcement-check.schema.ts';

@ApiTags('pledges')
@Controller('announcement-checks')
export class AnnouncementChecksController {
  constructor(@Inject(CHECK_ANNOUNCEMENT) private readonly checkAnnouncement: CheckAnnouncement) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'CheckAnnouncement',
    summary: 'What an announcement would become: what it leaves unsaid, and which pledges are alike',
    description:
      'Reads the announcement as it would be entered and writes nothing. The answer says what the promise leaves open, which track it would take, and which known pledges are like it, with what the caller may send instead. It is refused as the announcement would be, but for a duplicate.',
  })
  @ApiConflictResponse({ description: 'The announcement would be refused, as `code` says.' })
  @ApiOkResponse({ description: 'Nothing was written.', schema: announcementCheck })
  check(
    @Body() body: AnnouncePledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<AnnouncementCheck> {
    return this.checkAnnouncement(commandContext, body);
  }
}
