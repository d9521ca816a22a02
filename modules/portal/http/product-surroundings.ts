import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { isLanguage } from '../../../src/kernel/languages.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import type { PageSurroundings, SupportNow, Surroundings } from '../../../src/platform/http/surroundings.js';
import type { SupportLine } from '../../organizations/support-lines.public.js';
import { People } from '../../people/people.public.js';
import { lineForAll, ReadSupportLine } from '../use-cases/read-support-line.js';
import { areasFor } from './navigation.js';
import { supportNowOf } from './support-now.js';

/** Name, navigation and the way to support now, around every page. */
@Injectable()
export class ProductSurroundings implements PageSurroundings {
  constructor(
    private readonly transaction: Transaction,
    private readonly people: People,
    private readonly line: ReadSupportLine,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SUPPORT_PHONE'>,
  ) {}

  async describe(ctx: RequestContext): Promise<Surroundings> {
    const { actor } = ctx;
    const areas = areasFor(actor, ctx.path);
    if (actor.kind !== 'person') return { areas, supportNow: this.linkTo(await this.lineForVisitors(ctx)) };
    return this.transaction.read(ctx, async (tx) => {
      const { displayName, letterLanguage } = await this.people.get(tx, actor.personId);
      const language = isLanguage(letterLanguage) ? letterLanguage : undefined;
      return { displayName, language, areas, supportNow: this.linkTo(await this.line.execute(tx)) };
    });
  }

  supportNow(): SupportNow {
    const lines = this.line.lines.lastKnown();
    return this.linkTo(lines && lineForAll(lines));
  }

  /** Mostly without the database: pages for visitors are many. */
  private async lineForVisitors(ctx: RequestContext): Promise<SupportLine | null> {
    const known = this.line.lines.fresh();
    return known ? lineForAll(known) : this.transaction.read(ctx, (tx) => this.line.execute(tx));
  }

  private linkTo(line: SupportLine | null): SupportNow {
    return supportNowOf(line ?? { way: 'call_or_text', phone: this.config.SUPPORT_PHONE });
  }
}
