/** The HTTP endpoint of the register of posts. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListPostsRequest } from './post.request.ts';
import { postList } from './post.schema.ts';
import { listPosts } from './posts-and-who-holds-them.ts';

@ApiTags('posts')
@Controller('posts')
export class PostsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listPosts',
    summary: 'Posts that were promised, who holds them, and which are open',
    description:
      'Lists the posts of each pledge of experts: how many were promised, for which mission and how many months, how many were filled and are open, and how many months were served in them.',
  })
  @ApiListResponse(postList)
  async list(@Query() query: ListPostsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listPosts, query, request);
  }
}
