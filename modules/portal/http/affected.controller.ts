import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, view } from '../../../src/platform/http/responses.js';
import { ReadAffected } from '../use-cases/read-affected.js';
import { AFFECTED_HEADER, affectedLines, affectedPage } from './affected.page.js';

const CSV_PAGE = 500;

/** Whose training rests on a course of the register, for those who keep it. */
@Controller()
@Requires({ organization: 'certifying-body', roles: ['administrator', 'registrar'] })
export class AffectedController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAffected,
  ) {}

  @Get('desk/approved-trainings/:id/affected')
  async page(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this course');
    const after = ctx.query['after'];
    const affected = await this.transaction.read(ctx, (tx) => this.reads.execute(tx, id, after));
    return view('portal/desk-affected', affectedPage(affected, after), { title: 'Who is affected' });
  }

  @Get('desk/approved-trainings/:id/affected.csv')
  async csv(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this course');
    const text = await this.transaction.read(ctx, async (tx) => {
      const parts = [AFFECTED_HEADER];
      let after: string | null | undefined;
      do {
        const { people, next } = await this.reads.execute(tx, id, after ?? undefined, CSV_PAGE);
        parts.push(affectedLines(people));
        after = next;
      } while (after);
      return parts.join('');
    });
    return file(Buffer.from(text), 'affected.csv', 'text/csv; charset=utf-8');
  }

  /** By the day their training was finished; `?after=` is the `next` of the page before. */
  @Get('api/v1/approved-trainings/:id/affected')
  async list(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this course');
    return this.transaction.read(ctx, (tx) => this.reads.execute(tx, id, ctx.query['after']));
  }
}
