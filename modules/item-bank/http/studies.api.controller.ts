import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { MoveStudy } from '../use-cases/move-study.js';
import { PrepareStudy } from '../use-cases/prepare-study.js';
import { ReadStudies } from '../use-cases/read-studies.js';
import { JudgeDto, StudyDto, StudyMoveDto } from './item-bank.dto.js';

const studyIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this study');

/** Angoff studies for programs. */
@Controller('api/v1/item-bank/studies')
@Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
export class StudiesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly studies: ReadStudies,
    private readonly prepare: PrepareStudy,
    private readonly moves: MoveStudy,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.studies.list(tx, ctx.query['after']));
    return { studies: rows, next };
  }

  @Post()
  begin(@Ctx() ctx: RequestContext, @Body() input: StudyDto) {
    return this.transaction.run(ctx, (tx) => this.prepare.begin(tx, input));
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const { outcome, ...study } = await this.transaction.read(ctx, (tx) => this.studies.one(tx, studyIn(ctx)));
    return { ...study, outcome: outcome && { ...outcome, names: Object.fromEntries(outcome.names) } };
  }

  @Post(':id/moves')
  move(@Ctx() ctx: RequestContext, @Body() { move }: StudyMoveDto) {
    return this.transaction.run(ctx, (tx) => this.moves.execute(tx, { studyId: studyIn(ctx), move }));
  }

  @Post(':id/judges')
  name(@Ctx() ctx: RequestContext, @Body() { judgeId }: JudgeDto) {
    return this.transaction.run(ctx, (tx) => this.prepare.nameJudge(tx, { studyId: studyIn(ctx), judgeId }));
  }

  @Delete(':id/judges/:judgeId')
  excuse(@Ctx() ctx: RequestContext) {
    const input = { studyId: studyIn(ctx), judgeId: idParam(ctx, 'judgeId', 'this judge') };
    return this.transaction.run(ctx, (tx) => this.prepare.excuseJudge(tx, input));
  }
}
