import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, redirect, view } from '../../../src/platform/http/responses.js';
import { pictureFileName } from '../../courses/authoring.public.js';
import { ReadDraftPictures } from '../use-cases/read-draft-pictures.js';
import { SavePicture } from '../use-cases/save-picture.js';
import { PictureDto, PictureRemovalDto } from './authoring.dto.js';
import { PictureUploadFlow } from './picture-upload.flow.js';
import { picturesPage } from './pictures.page.js';

/** The pictures of a draft. Until they are published, only those of its organization see them. */
@Controller('authoring/drafts/:id/pictures')
export class PicturesOfDraftController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadDraftPictures,
    private readonly upload: PictureUploadFlow,
    private readonly saving: SavePicture,
  ) {}

  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const pictures = await this.transaction.read(ctx, (tx) => this.reading.execute(tx, idOf(ctx)));
    const page = picturesPage(pictures, ctx.form !== undefined);
    return view('authoring/pictures', page, { title: 'Pictures of the draft' });
  }

  @Post()
  @SignedIn()
  @FormPage('list')
  async add(@Ctx() ctx: RequestContext, @Body() picture: PictureDto) {
    const draftId = idOf(ctx);
    const { isSmaller } = await this.upload.execute(ctx, draftId, picture);
    const what = isSmaller ? 'The picture is in the draft, made small for telephones.' : 'The picture is in the draft.';
    return redirect(`/authoring/drafts/${draftId}/pictures`, {
      notice: `${what} Put its line into a lesson to show it.`,
    });
  }

  @Post('removals')
  @SignedIn()
  @FormPage('list')
  async remove(@Ctx() ctx: RequestContext, @Body() { name }: PictureRemovalDto) {
    const draftId = idOf(ctx);
    await this.transaction.run(ctx, async (tx) => {
      await this.saving.remove(tx, { draftId, name });
    });
    return redirect(`/authoring/drafts/${draftId}/pictures`, {
      notice: 'The picture is taken away. Versions that were published with it keep it.',
    });
  }

  @Get(':picture')
  @SignedIn()
  async picture(@Ctx() ctx: RequestContext) {
    const sha256 = ctx.params['picture'] ?? '';
    const { bytes, type } = await this.transaction.read(ctx, (tx) => this.reading.one(tx, idOf(ctx), sha256));
    return file(bytes, pictureFileName(type), type);
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this draft');
}
