import { Controller, Get, Post } from '@nestjs/common';
import { DomainError, notFound } from '../../kernel/domain-error.js';
import { Public } from '../access/access-rule.js';
import { Installation } from '../database/installation.js';
import { FormPage } from '../http/form-page.js';
import { view, type ViewResponse } from '../http/responses.js';
import { galleryPage, galleryProblems } from './gallery.page.js';

/** Every component in every state, for who builds pages and for the accessibility test; in demonstrations only. */
@Controller('dev/components')
@Public('Holds invented examples only, and answers in demonstrations only')
export class GalleryController {
  constructor(private readonly installation: Installation) {}

  @Get()
  components(): ViewResponse {
    this.refuseOutsideDemonstrations();
    return view('gallery/components', galleryPage(), { title: 'Components' });
  }

  /** Never accepts anything: its answer is the state that fields have after a problem. */
  @Post()
  @FormPage('components')
  problems(): never {
    this.refuseOutsideDemonstrations();
    throw new DomainError({
      code: 'gallery.example',
      kind: 'invalid',
      message: 'This form shows how problems look.',
      next: 'Nothing you typed was kept.',
      fields: galleryProblems,
    });
  }

  private refuseOutsideDemonstrations(): void {
    if (!this.installation.demonstration) throw notFound('this page');
  }
}
