import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { CONFLICT_KINDS, conflictKindWords } from '../domain/conflict-kinds.js';
import { DeclareConflict } from '../use-cases/declare-conflict.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReadConflicts } from '../use-cases/read-conflicts.js';
import { ConflictDto } from './conflicts.dto.js';

/** Where somebody of the staff says with whom they have nothing to do. */
@Controller('desk/conflicts')
@Requires({ organization: 'certifying-body', roles: STAFF })
export class ConflictsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadConflicts,
    private readonly declares: DeclareConflict,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const own = await this.transaction.read(ctx, (tx) => this.reads.execute(tx));
    const model = {
      kinds: CONFLICT_KINDS.map((value) => ({ value, label: conflictKindWords[value] })),
      conflicts: own.map(({ kind, endedAt, ...conflict }) => {
        return { ...conflict, kindText: conflictKindWords[kind], ended: endedAt !== null, endedAt };
      }),
    };
    return view('certification/conflicts', model, { title: 'Standing aside' });
  }

  @Post()
  @FormPage('show')
  async declare(@Ctx() ctx: RequestContext, @Body() form: ConflictDto) {
    await this.transaction.run(ctx, (tx) => this.declares.declare(tx, form));
    return redirect('/desk/conflicts', { notice: 'Your declaration counts from now on' });
  }

  @Post(':id/endings')
  @FormPage('show')
  async end(@Ctx() ctx: RequestContext) {
    const conflictId = idParam(ctx, 'id', 'this declaration');
    await this.transaction.run(ctx, (tx) => this.declares.end(tx, { conflictId }));
    return redirect('/desk/conflicts', { notice: 'Your declaration has ended. It goes on counting for a time.' });
  }
}
