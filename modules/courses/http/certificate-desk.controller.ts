import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { CertificateDesk, type HeldCertificate } from '../use-cases/certificate-desk.js';
import { PrintedNameDto } from './courses.dto.js';

/** Certificates of completion that wait for who looks after the course: a registrar, or an administrator of a provider. */
@Controller('desk/completions')
@SignedIn()
export class CertificateDeskController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: CertificateDesk,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const held = await this.transaction.read(ctx, (tx) => this.desk.held(tx));
    return view('courses/desk-completions', { held: held.map(heldView) }, { title: 'Certificates of completion' });
  }

  @Post(':number/editions')
  @FormPage('list')
  async print(@Ctx() ctx: RequestContext, @Body() { printedName }: PrintedNameDto) {
    const input = { number: ctx.params['number'] ?? '', printedName };
    await this.transaction.run(ctx, (tx) => this.desk.print(tx, input));
    return redirect('/desk/completions', { notice: 'The certificate is being made anew' });
  }
}

function heldView({ id, number, course, heldReason, heldCharacters, name }: HeldCertificate) {
  const isName = heldReason === 'unprintable';
  return { id, number, course, name, isName, characters: heldCharacters.map(named).join(', ') };
}

/** `😀 (U+1F600)`: with its number, because the reader's own font may lack it too. */
function named(character: string): string {
  const points = [...character].map((point) => point.codePointAt(0) ?? 0);
  return `${character} (${points.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')})`;
}
