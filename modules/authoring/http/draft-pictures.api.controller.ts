import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadDraftPictures } from '../use-cases/read-draft-pictures.js';
import { SavePicture } from '../use-cases/save-picture.js';
import { PictureDto, PictureRemovalDto } from './authoring.dto.js';
import { PictureUploadFlow } from './picture-upload.flow.js';

/** The pictures of a draft, for programs. */
@Controller('api/v1/course-drafts/:id/pictures')
export class DraftPicturesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadDraftPictures,
    private readonly upload: PictureUploadFlow,
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

  /**
   * Puts a picture into the draft: as a multipart form (10 MB at most), or as `{ contentBase64 }` (1 MB of JSON). A photo is made small.
   * One of the same name is replaced.
   */
  @Post()
  @SignedIn()
  async add(@Ctx() ctx: RequestContext, @Body() picture: PictureDto) {
    const { name } = await this.upload.execute(ctx, idOf(ctx), picture);
    return { name };
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
