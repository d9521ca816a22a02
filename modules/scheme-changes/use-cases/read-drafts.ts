import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, pageOf, readKey, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Schemes } from '../../schemes/schemes.public.js';
import type { DraftState } from '../domain/states.js';
import type { SchemeDraftEntity } from '../persistence/scheme-draft.entity.js';
import { SchemeDraftRepository } from '../persistence/scheme-draft.repository.js';
import { bodiesAdministered } from './find-draft.js';

export interface DraftLine {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly state: DraftState;
  readonly broughtAt: Temporal.Instant;
}

/** A body whose rules the actor may change, with the certifications it runs. */
export interface ChangeableBody {
  readonly id: string;
  readonly name: string;
  readonly schemes: readonly { readonly code: string; readonly title: string }[];
}

/** Drafts of the bodies that the actor administers. */
@Injectable()
export class ReadDrafts {
  constructor(
    private readonly drafts: SchemeDraftRepository,
    private readonly organizations: Organizations,
    private readonly schemes: Schemes,
  ) {}

  /** Newest first. */
  async list(tx: Tx, after: string | undefined): Promise<Page<DraftLine>> {
    const [key] = readKey(after, keyParts.id) ?? [];
    const rows = await this.drafts.list(tx, bodiesAdministered(tx), key, PAGE_LENGTH + 1);
    return pageOf(rows.map(lineOf), ({ id }) => [id]);
  }

  async bodies(tx: Tx): Promise<ChangeableBody[]> {
    const versions = await this.schemes.all(tx);
    const bodies: ChangeableBody[] = [];
    for (const id of bodiesAdministered(tx)) {
      const own = versions.filter(({ bodyId }) => bodyId === id);
      const schemes = [...new Map(own.map(({ code, title }) => [code, { code, title }])).values()];
      bodies.push({ id, name: (await this.organizations.get(tx, id)).name, schemes });
    }
    return bodies;
  }
}

function lineOf({ id, title, version, effectiveFrom, state, createdAt: broughtAt }: SchemeDraftEntity): DraftLine {
  return { id, title, version, effectiveFrom, state, broughtAt };
}
