import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Temporal } from 'temporal-polyfill';
import { AskPreview } from '../modules/scheme-changes/use-cases/ask-preview.js';
import { BringDraft } from '../modules/scheme-changes/use-cases/bring-draft.js';
import { CliModule } from '../src/cli.module.js';
import { readConfig } from '../src/config/config.js';
import { projectRoot } from '../src/config/project-root.js';
import type { Actor } from '../src/kernel/actor.js';
import type { LoginUrls } from '../src/launcher/login-users.js';
import { Transaction } from '../src/platform/database/transaction.js';
import type { Cohort } from './seed-cohort.js';

/** A preview that was asked for, and when its making began. */
export interface Asked {
  previewId: string;
  began: number;
}

/** Brings in stricter rules and asks for their preview, as an administrator does. */
export async function askPreview(
  { urls, directory }: { urls: LoginUrls; directory: string },
  { bodyId, administratorId }: Cohort,
): Promise<Asked> {
  const env = { DATABASE_URL: urls.web, JOBS_DATABASE_URL: urls.jobs, DATA_DIR: directory, LOG_LEVEL: 'error' };
  const app = await NestFactory.createApplicationContext(CliModule.with(readConfig(env)), { logger: ['error'] });
  try {
    const actor: Actor = {
      kind: 'person',
      personId: administratorId,
      sessionId: administratorId,
      assurance: 'two-factor',
      memberships: [{ organizationId: bodyId, organizationKind: 'certifying-body', role: 'administrator' }],
    };
    const context = { actor, requestId: 'bench' };
    const effectiveFrom = Temporal.Now.plainDateISO('UTC').add({ days: 30 });
    const draft = { bodyId, text: stricterRules(), effectiveFrom };
    const transaction = app.get(Transaction, { strict: false });
    const { id } = await transaction.run(context, (tx) => app.get(BringDraft, { strict: false }).execute(tx, draft));
    const began = performance.now();
    const preview = await transaction.run(context, (tx) => app.get(AskPreview, { strict: false }).execute(tx, id));
    return { previewId: preview.id, began };
  } finally {
    await app.close();
  }
}

/** Two hours more of ethics in training and in each term, for holders too: every second person would lose or need something. */
function stricterRules(): string {
  const changes = [
    ['version: "4-domain"', 'version: "bench"'],
    ['total_hours: 46', 'total_hours: 48'],
    ['domain: ethical_responsibility, min_hours: 16', 'domain: ethical_responsibility, min_hours: 18'],
    ['topic: ethics, min_hours: 6', 'topic: ethics, min_hours: 8'],
    ['    unsure:', '    applies_to_existing_holders: true\n    unsure:'],
  ] as const;
  const rules = readFileSync(join(projectRoot, 'content/schemes/icrc-pr.yaml'), 'utf8');
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`content/schemes/icrc-pr.yaml does not say ${from}`);
    return text.replace(from, to);
  }, rules);
}
