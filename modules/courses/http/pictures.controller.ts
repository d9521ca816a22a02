import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file } from '../../../src/platform/http/responses.js';
import { pictureFileName } from '../domain/picture.js';
import { ReadPicture } from '../use-cases/read-picture.js';

/** Pictures of lessons, as attachments: a page shows them, and opened by themselves they run nowhere. */
@Controller('courses/:course/pictures/:picture')
export class PicturesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly pictures: ReadPicture,
  ) {}

  @Get()
  @Public('A drawing of a lesson is about nobody')
  async picture(@Ctx() ctx: RequestContext) {
    const { course: courseCode = '', picture: sha256 = '' } = ctx.params;
    const { bytes, type } = await this.transaction.read(ctx, (tx) => this.pictures.execute(tx, { courseCode, sha256 }));
    return file(bytes, pictureFileName(type), type);
  }
}
