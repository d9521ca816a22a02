import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Temporal } from 'temporal-polyfill';
import { isDemonstration } from '../../../src/platform/database/demonstration.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { Schemes } from '../../schemes/schemes.public.js';
import type { Term } from '../domain/credential-event.js';
import { documentPayload, type DocumentPayload } from '../domain/document-payload.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';

export interface Occasion {
  term: Term;
  stage: string;
  decidedOn: Temporal.PlainDate;
  decidedBy: string;
  holder: { name: string; language: string | null };
  schemeVersionId: string;
}

/** Gathers what a certificate states, as it is today. */
@Injectable()
export class WordDocument {
  constructor(
    private readonly people: People,
    private readonly organizations: Organizations,
    private readonly schemes: Schemes,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async execute(tx: Tx, credential: CredentialEntity, occasion: Occasion): Promise<DocumentPayload> {
    const { number, title, scope, verificationToken } = credential;
    const scheme = await this.schemes.version(tx, occasion.schemeVersionId);
    return documentPayload({
      holder: occasion.holder,
      body: await this.organizations.get(tx, credential.bodyId),
      scheme,
      credential: { number, title, scope, stage: occasion.stage, token: verificationToken },
      term: occasion.term,
      decidedOn: occasion.decidedOn,
      decidedBy: (await this.people.get(tx, occasion.decidedBy)).displayName,
      publicUrl: this.config.PUBLIC_URL,
      specimen: await isDemonstration(tx),
      say: formatDate,
    });
  }
}
