import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { keyParts, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { PROCTORS } from '../domain/rooms.js';
import { MakeForm } from '../use-cases/make-form.js';
import { ReadExamDesk } from '../use-cases/read-exam-desk.js';
import { SettleForm } from '../use-cases/settle-form.js';
import { SetUpExam } from '../use-cases/set-up-exam.js';
import { NewExamDto } from './exams.dto.js';

const examIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this exam');
const afterIn = (ctx: RequestContext) => readKey(ctx.query['after'], keyParts.instant, keyParts.id);
const formIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this form');

/** Exams of a body, for programs of who sets them up and who approves. */
@Controller('api/v1/exams')
export class ExamDeskApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ReadExamDesk,
    private readonly setUp: SetUpExam,
    private readonly make: MakeForm,
  ) {}

  /** A page at a time by `?after=`. */
  @Get()
  @Requires({ organization: 'certifying-body', roles: ['psychometrician', ...PROCTORS] })
  async list(@Ctx() ctx: RequestContext) {
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.desk.list(tx, afterIn(ctx)));
    return { exams: rows, next };
  }

  @Post()
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  add(@Ctx() ctx: RequestContext, @Body() input: NewExamDto) {
    return this.transaction.run(ctx, (tx) => this.setUp.execute(tx, input));
  }

  @Get(':id')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.desk.one(tx, examIn(ctx)));
  }

  /** Draws a form by chance and freezes it. */
  @Post(':id/forms')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  draw(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.make.execute(tx, { examId: examIn(ctx) }));
  }
}

/** What becomes of a form, for programs. */
@Controller('api/v1/exam-forms/:id')
@Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
export class ExamFormsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly settle: SettleForm,
  ) {}

  @Post('approvals')
  @HttpCode(200)
  approve(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.settle.approve(tx, formIn(ctx)));
  }

  @Post('withdrawals')
  @HttpCode(200)
  withdraw(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.settle.withdraw(tx, formIn(ctx)));
  }
}
