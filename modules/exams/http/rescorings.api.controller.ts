import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { RescoringDesk } from '../use-cases/rescoring-desk.js';
import { keysTold } from './remarks.page.js';
import { NewRescoreDto, PassDecisionDto, PassOutcomeDto } from './rescoring.dto.js';
import { rescoreTold } from './rescorings.page.js';

const rescoreIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this rescore');

/** Rescoring, for programs of psychometricians and of the second person. */
@Controller('api/v1/exam-rescorings')
@Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
export class RescoringsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: RescoringDesk,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const { rescores } = await this.transaction.read(ctx, (tx) => this.desk.reading.read.list(tx));
    return { rescorings: rescores };
  }

  /** Proposes a rescore; nothing changes by it. */
  @Post()
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  propose(@Ctx() ctx: RequestContext, @Body() { sealedKeys, sealedReasons, ...given }: NewRescoreDto) {
    const input = { ...given, keys: sealedKeys, reasons: sealedReasons };
    return this.transaction.run(ctx, (tx) => this.desk.propose.execute(tx, input));
  }

  /** One that waits comes with its preview: every sitting by candidate number, with old and new figures, as of now. */
  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    return this.transaction.run(unrepeatable(ctx), async (tx) => {
      const reading = await this.desk.reading.read.one(tx, rescoreIn(ctx));
      const persons = [...(reading.preview?.lines ?? []), ...reading.kept].map(({ personId }) => personId);
      return rescoreTold(reading, await this.desk.reading.read.parties.numbers(tx, persons));
    });
  }

  @Post(':id/approvals')
  @HttpCode(200)
  approve(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.desk.settle.approve(tx, rescoreIn(ctx)));
  }

  @Post(':id/declines')
  @HttpCode(200)
  decline(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.desk.settle.decline(tx, rescoreIn(ctx)));
  }

  /** The ruled key, the reasons, and what people answered about their pass. The reading is on record. */
  @Post(':id/readings')
  @HttpCode(200)
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  async reasons(@Ctx() ctx: RequestContext) {
    const { rescore, keys, ...opened } = await this.transaction.run(unrepeatable(ctx), (tx) =>
      this.desk.reading.reasons.execute(tx, rescoreIn(ctx)),
    );
    return { rescoreId: rescore.id, keys: keysTold(keys), ...opened };
  }

  /** Proposes a decision about one pass that the rescore kept. */
  @Post(':id/pass-decisions')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  proposePass(@Ctx() ctx: RequestContext, @Body() { sittingId, sealedReasons: reasons }: PassDecisionDto) {
    const input = { rescoreId: rescoreIn(ctx), sittingId, reasons };
    return this.transaction.run(ctx, (tx) => this.desk.passes.propose(tx, input));
  }
}

/** The second person's word about one pass, for programs. */
@Controller('api/v1/exam-pass-decisions/:id')
@Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
export class PassDecisionsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: RescoringDesk,
  ) {}

  @Post('outcomes')
  @HttpCode(200)
  decide(@Ctx() ctx: RequestContext, @Body() { outcome }: PassOutcomeDto) {
    const input = { passDecisionId: idParam(ctx, 'id', 'this decision'), outcome };
    return this.transaction.run(ctx, (tx) => this.desk.passes.decide(tx, input));
  }
}
