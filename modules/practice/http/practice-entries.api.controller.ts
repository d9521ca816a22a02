import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { withFieldsNamed } from '../../../src/platform/http/validation.js';
import { ReadPractice } from '../use-cases/read-practice.js';
import { WriteEntries } from '../use-cases/write-entries.js';
import { contentOfDto, entryJson } from './entry-input.js';
import { EntryDto } from './practice.dto.js';

@Controller('api/v1/practice/entries')
export class PracticeEntriesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readPractice: ReadPractice,
    private readonly write: WriteEntries,
  ) {}

  /**
   * The caller's entries, newest day first, page by page (`?after=` is the `next` of the page before), with the sums of all of
   * them in minutes.
   */
  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const after = ctx.query['after'];
    const { entries, next, totals } = await this.transaction.read(ctx, (tx) => this.readPractice.page(tx, after));
    return { entries: entries.map(entryJson), next, totals };
  }

  @Post()
  @SignedIn()
  async record(@Ctx() ctx: RequestContext, @Body() body: EntryDto) {
    const { entryId } = await this.writing(ctx, (tx) => this.write.record(tx, contentOfDto(body)));
    return this.one(ctx, entryId);
  }

  @Get(':id')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    return this.one(ctx, idParam(ctx, 'id', 'this entry'));
  }

  /** Replaces an entry that is not signed yet. */
  @Put(':id')
  @SignedIn()
  async change(@Ctx() ctx: RequestContext, @Body() body: EntryDto) {
    const id = idParam(ctx, 'id', 'this entry');
    await this.writing(ctx, (tx) => this.write.change(tx, id, contentOfDto(body)));
    return this.one(ctx, id);
  }

  /** Removes an entry that is neither signed nor with a supervisor. */
  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  async remove(@Ctx() ctx: RequestContext): Promise<void> {
    const id = idParam(ctx, 'id', 'this entry');
    await this.transaction.run(ctx, (tx) => this.write.remove(tx, id));
  }

  /** Records an entry that takes the place of this signed one. */
  @Post(':id/corrections')
  @SignedIn()
  async correct(@Ctx() ctx: RequestContext, @Body() body: EntryDto) {
    const id = idParam(ctx, 'id', 'this entry');
    const { entryId } = await this.writing(ctx, (tx) => this.write.correct(tx, id, contentOfDto(body)));
    return this.one(ctx, entryId);
  }

  /** Use cases name the fields of the form; a problem is told by those of the body. */
  private async writing<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction.run(ctx, work).catch((error: unknown) => {
      throw withFieldsNamed(error, { supervisorName: 'supervisor.name', supervisorEmail: 'supervisor.email' });
    });
  }

  private async one(ctx: RequestContext, id: string) {
    const { entry } = await this.transaction.read(ctx, (tx) => this.readPractice.entry(tx, id));
    return entryJson(entry);
  }
}
