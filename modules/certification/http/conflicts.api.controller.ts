import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { DeclareConflict } from '../use-cases/declare-conflict.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReadConflicts } from '../use-cases/read-conflicts.js';
import { ConflictDto } from './conflicts.dto.js';

/** Conflicts of interest that somebody of the staff declares about themselves. */
@Controller('api/v1/desk/conflicts')
@Requires({ organization: 'certifying-body', roles: STAFF })
export class ConflictsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadConflicts,
    private readonly declares: DeclareConflict,
  ) {}

  @Get()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({ conflicts: await this.reads.execute(tx) }));
  }

  @Post()
  declare(@Ctx() ctx: RequestContext, @Body() body: ConflictDto) {
    return this.transaction.run(ctx, (tx) => this.declares.declare(tx, body));
  }

  @Post(':id/endings')
  end(@Ctx() ctx: RequestContext) {
    const conflictId = idParam(ctx, 'id', 'this declaration');
    return this.transaction.run(ctx, (tx) => this.declares.end(tx, { conflictId }));
  }
}
