import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadDraftPictures } from '../use-cases/read-draft-pictures.js';
import { SavePicture } from '../use-cases/save-picture.js';
import { PictureDto, PictureRemovalDto } from './authoring.dto.js';
import { pictureIn } from './picture-upload.js';

/** The pictures of a draft, for programs. */
@Controller('api/v1/course-drafts/:id/pictures')
export class DraftPicturesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadDraftPictures,
    private readonly saving: SavePicture,
  ) {}

  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const { pictures } = await this.transaction.read(ctx, (tx) => this.reading.execute(tx, idOf(ctx)));
    return {
      pictures: pictures.map(({ name, alt, type, sha256, bytes, isNew }) => {
        return { name, alt, type, sha256, bytes: bytes.length, isNew };
      }),
    };
  }

  /** Puts a picture into the draft: as a multipart form, or as `{ contentBase64 }`. One of the same name is replaced. */
  @Post()
  @SignedIn()
  add(@Ctx() ctx: RequestContext, @Body() { picture, name, alt }: PictureDto) {
    const input = { draftId: idOf(ctx), name, alt, bytes: pictureIn(picture) };
    return this.transaction.run(ctx, (tx) => this.saving.execute(tx, input));
  }

  @Post('removals')
  @HttpCode(200)
  @SignedIn()
  async remove(@Ctx() ctx: RequestContext, @Body() { name }: PictureRemovalDto) {
    const draftId = idOf(ctx);
    return this.transaction.run(ctx, async (tx) => {
      await this.saving.remove(tx, { draftId, name });
      return { name };
    });
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this draft');
}
