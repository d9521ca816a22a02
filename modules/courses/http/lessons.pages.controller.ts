import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AnswerChecks } from '../use-cases/answer-checks.js';
import { CompleteLesson } from '../use-cases/complete-lesson.js';
import { ReadLesson } from '../use-cases/read-lesson.js';
import { chosenIn } from './chosen-in.js';
import { lessonPage } from './lesson.page.js';

/** A lesson in the browser, by plain forms: it works without a script. */
@Controller('courses/:course/lessons/:lesson')
export class LessonsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly lessons: ReadLesson,
    private readonly answerChecks: AnswerChecks,
    private readonly completeLesson: CompleteLesson,
  ) {}

  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const lesson = await this.transaction.read(ctx, (tx) => this.lessons.execute(tx, address(ctx)));
    return view('courses/lesson', lessonPage(lesson, ctx.query['version'] === 'other'));
  }

  @Post('checks')
  @SignedIn()
  @FormPage('show')
  async answer(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const chosen = chosenIn(sent);
    await this.transaction.run(ctx, (tx) => this.answerChecks.execute(tx, { ...address(ctx), chosen }));
    return redirect(`${pathOf(ctx)}#checks`);
  }

  @Post('completions')
  @SignedIn()
  @FormPage('show')
  async complete(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const reflectionDone = sent['reflection'] === 'done';
    const next = await this.transaction.run(ctx, async (tx) => {
      await this.completeLesson.execute(tx, { ...address(ctx), reflectionDone });
      return (await this.lessons.execute(tx, address(ctx))).nextCode;
    });
    const course = `/courses/${ctx.params['course']}`;
    return redirect(next ? `${course}/lessons/${next}` : course, { notice: say`The lesson is finished and saved.` });
  }
}

function address(ctx: RequestContext) {
  return { courseCode: ctx.params['course'] ?? '', lessonCode: ctx.params['lesson'] ?? '' };
}

function pathOf(ctx: RequestContext): string {
  return `/courses/${ctx.params['course']}/lessons/${ctx.params['lesson']}`;
}
