import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { Fault } from '../../../src/platform/content/yaml-source.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { competenciesOf } from '../domain/framework.js';
import { CompetencyRepository } from '../persistence/competency.repository.js';
import { readFrameworkFiles } from './read-framework-files.js';

export interface FrameworkLoad {
  /** Codes of the frameworks of which a new version was published. */
  published: string[];
  faults: readonly Fault[];
}

/**
 * Brings `content/frameworks` into the database. With any fault in the folder nothing of it is taken over and what was
 * loaded before stays, since frameworks and map refer to each other. A version that is already in force does nothing.
 */
@Injectable()
export class LoadFrameworks {
  constructor(
    private readonly competencies: CompetencyRepository,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, contentDir: string): Promise<FrameworkLoad> {
    const files = readFrameworkFiles(contentDir);
    if (files.faults.length > 0 || !files.map) return { published: [], faults: files.faults };
    const published: string[] = [];
    for (const framework of files.frameworks) {
      const id = contentIdOf(framework);
      if ((await this.competencies.currentVersionId(tx, framework.code)) === id) continue;
      await this.competencies.publish(tx, id, framework);
      await this.competencies.replace(tx, framework.code, competenciesOf(framework));
      await this.audit.record(tx, {
        action: 'competencies.framework.published',
        subject: { kind: 'competency_framework_version', id },
        details: { framework: framework.code },
      });
      published.push(framework.code);
    }
    await this.competencies.replaceMap(tx, files.map);
    return { published, faults: [] };
  }
}
