import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { SignOfWorkDto } from './courses.dto.js';
import { NoteSignOfWork } from '../use-cases/note-sign-of-work.js';

/** That somebody is at work in a lesson, from the page's script or from a program. The server's clock bounds what is claimed. */
@Controller()
export class SignsOfWorkController {
  constructor(
    private readonly transaction: Transaction,
    private readonly note: NoteSignOfWork,
  ) {}

  @Put('courses/:course/lessons/:lesson/signs-of-work')
  @SignedIn()
  async fromPage(@Ctx() { actor, requestId, params }: RequestContext, @Body() { seconds }: SignOfWorkDto) {
    const address = { courseCode: params['course'] ?? '', lessonCode: params['lesson'] ?? '' };
    // The page's one form id would make every sign but the first a repeat.
    return this.transaction.run({ actor, requestId }, (tx) => this.note.execute(tx, address, seconds));
  }

  @Post('api/v1/lessons/:id/signs-of-work')
  @HttpCode(200)
  @SignedIn()
  async fromProgram(@Ctx() ctx: RequestContext, @Body() { seconds }: SignOfWorkDto) {
    const lessonId = idParam(ctx, 'id', 'this lesson');
    return this.transaction.run(ctx, (tx) => this.note.execute(tx, { lessonId }, seconds));
  }
}
