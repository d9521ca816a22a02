import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AnswerChecks } from '../use-cases/answer-checks.js';
import { CompleteLesson } from '../use-cases/complete-lesson.js';
import { ReadLesson } from '../use-cases/read-lesson.js';
import { lessonDocument } from './course.document.js';
import { AnswerChecksDto, CompleteLessonDto } from './courses.dto.js';

@Controller('api/v1/lessons/:id')
export class LessonsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly lessons: ReadLesson,
    private readonly checks: AnswerChecks,
    private readonly completing: CompleteLesson,
  ) {}

  /** A lesson of a course that the caller is in: Markdown, checks without their answers, reflection. */
  @Get()
  @SignedIn()
  async lesson(@Ctx() ctx: RequestContext) {
    const lesson = await this.transaction.read(ctx, (tx) => this.lessons.execute(tx, { lessonId: lessonId(ctx) }));
    return lessonDocument(lesson);
  }

  /** Answers the checks of a lesson; gives for each whether it was right, and why. */
  @Post('checks')
  @HttpCode(200)
  @SignedIn()
  async answer(@Ctx() ctx: RequestContext, @Body() { answers }: AnswerChecksDto) {
    const input = { lessonId: lessonId(ctx), chosen: answers };
    return { checks: await this.transaction.run(ctx, (tx) => this.checks.execute(tx, input)) };
  }

  /** Finishes a lesson; a repeat changes nothing. */
  @Post('completions')
  @HttpCode(201)
  @SignedIn()
  async complete(@Ctx() ctx: RequestContext, @Body() { reflectionDone }: CompleteLessonDto) {
    const input = { lessonId: lessonId(ctx), reflectionDone };
    return this.transaction.run(ctx, async (tx) => {
      await this.completing.execute(tx, input);
      return lessonDocument(await this.lessons.execute(tx, input));
    });
  }
}

function lessonId(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this lesson');
}
