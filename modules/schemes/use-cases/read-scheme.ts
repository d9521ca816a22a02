import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { schemeProse, type ProseSection } from '../domain/prose/scheme-prose.js';
import type { SchemeVersion } from '../domain/scheme-version.js';
import { FindScheme } from './find-scheme.js';
import { SourcesFile, type Source } from './sources-file.js';
import { wordingIn } from './wording-file.js';

export interface SchemeDescription {
  readonly scheme: Pick<SchemeVersion, 'id' | 'code' | 'version' | 'title' | 'bodyId' | 'confirmed' | 'effectiveFrom'>;
  readonly bodyName: string;
  readonly onDate: Temporal.PlainDate;
  readonly sections: readonly ProseSection[];
  readonly sources: readonly Source[];
  /** Paths of values that the body has yet to confirm. */
  readonly unsure: readonly string[];
  /** The same in words. */
  readonly toConfirm: readonly string[];
}

/** The rules of a scheme in words, as they stand on a day; in English where no language is asked for. */
@Injectable()
export class ReadScheme {
  constructor(
    private readonly findScheme: FindScheme,
    private readonly organizations: Organizations,
    private readonly sources: SourcesFile,
  ) {}

  /** @throws DomainError not_found, schemes.several_bodies, schemes.no_version_on_date */
  async execute(
    tx: Tx,
    question: { code: string; bodyId?: string; onDate?: Temporal.PlainDate; language?: Language },
  ): Promise<SchemeDescription> {
    const { code, language = 'en' } = question;
    const body = await this.organizations.get(tx, await this.findScheme.bodyOf(tx, code, question.bodyId));
    const onDate = question.onDate ?? dateIn(body.timeZone, tx.now);
    const found = await this.findScheme.execute(tx, { code, onDate, bodyId: body.id });
    const { id, version, title, bodyId, confirmed, effectiveFrom, definition } = found;
    const { sources, sourced = {}, unsure } = definition;
    const { sections, toConfirm } = schemeProse(definition, wordingIn(language));
    const keys = new Set([...sources, ...Object.values(sourced).map(({ source }) => source)]);
    return {
      scheme: { id, code, version, title, bodyId, confirmed, effectiveFrom },
      bodyName: body.name,
      onDate,
      sections,
      sources: [...keys].map((key) => this.sources.find(key)),
      unsure,
      toConfirm,
    };
  }
}
