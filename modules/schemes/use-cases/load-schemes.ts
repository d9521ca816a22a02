import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { SchemeVersion } from '../domain/scheme-version.js';
import { SchemeVersionRepository } from '../persistence/scheme-version.repository.js';
import { checkSchemes, type PublishedScheme } from './scheme-content.js';
import type { Fault, SourceFile } from '../../../src/platform/content/yaml-source.js';

export interface SchemeLoad {
  /** Versions that are new, as `code version (body)`. */
  readonly published: readonly string[];
  /** Versions that their bodies confirmed with this load. */
  readonly confirmed: readonly string[];
  /** Versions that were there already. */
  readonly unchanged: number;
  /** Publications for bodies that are not here, each with its place: samples, in an installation of one's own. */
  readonly leftOut: readonly Fault[];
  /** With any fault nothing was loaded, and what was loaded before stays. */
  readonly faults: readonly Fault[];
}

/** Brings the scheme files into the database: a new version is published, a known one does nothing. */
@Injectable()
export class LoadSchemes {
  constructor(
    private readonly versions: SchemeVersionRepository,
    private readonly organizations: Organizations,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, files: readonly SourceFile[]): Promise<SchemeLoad> {
    const checked = checkSchemes(files);
    const { versions, leftOut } = await this.withBodies(tx, checked.published);
    const standing = await this.versions.all(tx);
    const fresh = versions.filter(({ version }) => !standing.some(({ id }) => id === version.id));
    const faults = [...checked.faults, ...fresh.flatMap((one) => clash(one, standing))];
    if (faults.length > 0) return { published: [], confirmed: [], unchanged: 0, leftOut, faults };

    for (const { version } of fresh) await this.publish(tx, version);
    const confirmed: string[] = [];
    for (const { version } of versions.filter((one) => one.version.confirmed)) {
      if (await this.confirm(tx, version)) confirmed.push(inWords(version));
    }
    const published = fresh.map(({ version }) => inWords(version));
    return { published, confirmed, unchanged: versions.length - fresh.length, leftOut, faults };
  }

  private async withBodies(tx: Tx, published: readonly PublishedScheme[]) {
    const bodies = new Map((await this.organizations.bodies(tx)).map((body) => [body.slug, body.id]));
    const versions: Publication[] = [];
    const leftOut: Fault[] = [];
    for (const { id, bodySlug, effectiveFrom, confirmed, definition, file, line } of published) {
      const bodyId = bodies.get(bodySlug);
      if (!bodyId) {
        leftOut.push({ file, line, reason: `there is no certifying body ${bodySlug}` });
        continue;
      }
      const { id: code, version, title } = definition;
      versions.push({
        file,
        line,
        version: { id, code, version, bodyId, title, definition, effectiveFrom, confirmed },
      });
    }
    return { versions, leftOut };
  }

  private async publish(tx: Tx, version: SchemeVersion): Promise<void> {
    await this.versions.insert(tx, version);
    await this.audit.record(tx, {
      action: 'schemes.version.published',
      subject: { kind: 'scheme-version', id: version.id },
      bodyId: version.bodyId,
      details: { code: version.code, version: version.version, effectiveFrom: version.effectiveFrom.toString() },
    });
  }

  private async confirm(tx: Tx, version: SchemeVersion): Promise<boolean> {
    if (!(await this.versions.confirm(tx, version))) return false;
    await this.audit.record(tx, {
      action: 'schemes.version.confirmed',
      subject: { kind: 'scheme-version', id: version.id },
      bodyId: version.bodyId,
    });
    return true;
  }
}

interface Publication {
  readonly version: SchemeVersion;
  readonly file: string;
  readonly line: number;
}

/** Rules that were published for a day stay the rules of that day; changed ones need a later day. */
function clash({ version, file, line }: Publication, standing: readonly SchemeVersion[]): Fault[] {
  const other = standing.find(
    ({ bodyId, code, effectiveFrom }) =>
      bodyId === version.bodyId && code === version.code && effectiveFrom.equals(version.effectiveFrom),
  );
  if (!other) return [];
  const day = version.effectiveFrom.toString();
  const reason = `${version.code} was published before with other rules from ${day} on; give the changed rules a later effective_from`;
  return [{ file, line, reason }];
}

function inWords({ code, version, effectiveFrom }: SchemeVersion): string {
  return `${code} ${version}, from ${effectiveFrom.toString()}`;
}
