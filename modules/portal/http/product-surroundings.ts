import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import type { PageSurroundings, Surroundings } from '../../../src/platform/http/surroundings.js';
import { People } from '../../people/people.public.js';
import { areasFor } from './navigation.js';

/** Name, navigation and the way to support now, around every page. */
@Injectable()
export class ProductSurroundings implements PageSurroundings {
  constructor(
    private readonly transaction: Transaction,
    private readonly people: People,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SUPPORT_PHONE'>,
  ) {}

  async describe(ctx: RequestContext): Promise<Surroundings> {
    const phone = this.config.SUPPORT_PHONE;
    return {
      displayName: await this.nameOf(ctx),
      areas: areasFor(ctx.actor, ctx.path),
      supportNow: { label: `Call or text ${phone}`, href: `tel:${phone}`, phone },
    };
  }

  private async nameOf(ctx: RequestContext): Promise<string | undefined> {
    const { actor } = ctx;
    if (actor.kind !== 'person') return undefined;
    const person = await this.transaction.read(ctx, (tx) => this.people.get(tx, actor.personId));
    return person.displayName;
  }
}
