/** The HTTP endpoints of courses that were held, and of how they were judged. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { uuid } from '@pledgeline/request-fields';
import { AsOfRequest } from '../../answers/page.request.ts';
import { examples } from '../../answers/path-parameters.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { coursePage, evaluationPage } from './course.schema.ts';
import { getCourse, getEvaluation } from './courses.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/courses/:courseId')
export class CoursesController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'getCourse',
    summary: 'One course, with its pledge and its evaluations',
    description:
      'Shows one course that was held, the pledge for which it was, what that answers, and how the course was judged, each as far as the caller may read it.',
  })
  @ApiParam(examples.pledgeId)
  @ApiParam({ name: 'courseId', format: 'uuid' })
  @ApiOkResponse({ schema: coursePage })
  course(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('courseId', uuid) courseId: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getCourse, Object.assign({ pledgeId, courseId }, asOf), request);
  }

  @Get('evaluations/:evaluationId')
  @ApiOperation({
    operationId: 'getEvaluation',
    summary: 'How one course was judged',
    description:
      'Shows one evaluation with the course, its pledge, and what began it: needs and findings, as far as the caller may read them. An evaluation that he may not read is answered as one that does not exist.',
  })
  @ApiParam(examples.pledgeId)
  @ApiParam({ name: 'courseId', format: 'uuid' })
  @ApiParam({ name: 'evaluationId', format: 'uuid' })
  @ApiOkResponse({ schema: evaluationPage })
  evaluation(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('courseId', uuid) courseId: string,
    @Param('evaluationId', uuid) evaluationId: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    const asked = Object.assign({ pledgeId, courseId, evaluationId }, asOf);
    return this.readModels.ask(getEvaluation, asked, request);
  }
}
