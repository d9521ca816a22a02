import { Controller, Get, Param } from '@nestjs/common';
import { ByLink } from '../../../src/platform/access/access-rule.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { SupervisorLink } from './supervisor-link.js';

/** The page behind a supervisor's link. Looking changes nothing, however often it is done and by whom. */
@Controller()
export class SupervisorSignOffPagesController {
  constructor(private readonly link: SupervisorLink) {}

  @Get('sign-off-links/:token')
  @ByLink('practice.sign-off')
  async follow(@Ctx() ctx: RequestContext, @Param('token') token: string) {
    return this.link.follow(ctx, token);
  }

  @Get('sign-offs/:id')
  @ByLink('practice.sign-off')
  async show(@Ctx() ctx: RequestContext) {
    return this.link.inChosenLanguage(ctx) ?? this.link.page(ctx);
  }
}
