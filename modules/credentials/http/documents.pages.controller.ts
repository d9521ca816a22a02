import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { STAFF } from '../use-cases/read-credential.js';
import { ReadDocuments, type OpenDocument } from '../use-cases/read-documents.js';
import { RemakeDocument } from '../use-cases/remake-document.js';
import { EditionDto } from './credentials.dto.js';

/** Certificates that are not finished: those on their way, and those that wait for a person. */
@Controller('desk/documents')
export class DocumentsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly documents: ReadDocuments,
    private readonly remakes: RemakeDocument,
  ) {}

  @Get()
  @Requires({ organization: 'certifying-body', roles: STAFF })
  async list(@Ctx() ctx: RequestContext) {
    const open = await this.transaction.read(ctx, (tx) => this.documents.execute(tx));
    const page = {
      held: open.filter(({ state }) => state === 'held').map(heldView),
      pending: open
        .filter(({ state }) => state === 'pending')
        .map(({ number, since }) => ({ number, since: since.toString() })),
    };
    return view('credentials/documents', page, { title: 'Certificates in preparation' });
  }

  @Post(':id/editions')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  @FormPage('list')
  async remake(@Ctx() ctx: RequestContext, @Body() { printedName }: EditionDto) {
    const input = { issuanceId: idParam(ctx, 'id', 'this document'), printedName };
    await this.transaction.run(ctx, (tx) => this.remakes.execute(tx, input));
    return redirect('/desk/documents', { notice: 'The certificate is being made anew' });
  }
}

function heldView({ id, number, name, heldReason, heldCharacters, since }: OpenDocument) {
  const isName = heldReason === 'unprintable';
  return { id, number, name, isName, characters: heldCharacters.map(named).join(', '), since: since.toString() };
}

/** `😀 (U+1F600)`: with its number, because the reader's own font may lack it too. */
function named(character: string): string {
  const points = [...character].map((point) => point.codePointAt(0) ?? 0);
  return `${character} (${points.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')})`;
}
