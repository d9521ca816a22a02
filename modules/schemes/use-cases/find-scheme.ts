import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { versionOn, type SchemeVersion } from '../domain/scheme-version.js';
import { SchemeVersionRepository } from '../persistence/scheme-version.repository.js';
import { noVersionOnDate, schemeNotFound, schemeOfSeveralBodies } from '../schemes.errors.js';

/** The one version of a scheme that covers a date. */
@Injectable()
export class FindScheme {
  constructor(private readonly versions: SchemeVersionRepository) {}

  /**
   * @param bodyId needed only where several bodies run a scheme of that code
   * @throws DomainError not_found, schemes.several_bodies, schemes.no_version_on_date
   */
  async execute(
    tx: Tx,
    { code, onDate, bodyId }: { code: string; onDate: Temporal.PlainDate; bodyId?: string },
  ): Promise<SchemeVersion> {
    const versions = await this.ofOneBody(tx, code, bodyId);
    const covering = versionOn(versions, onDate);
    if (!covering) throw noVersionOnDate(versions[0].title, onDate.toString());
    return covering;
  }

  /** The body that runs a scheme. @throws DomainError not_found, schemes.several_bodies */
  async bodyOf(tx: Tx, code: string, bodyId?: string): Promise<string> {
    return (await this.ofOneBody(tx, code, bodyId))[0].bodyId;
  }

  private async ofOneBody(tx: Tx, code: string, bodyId?: string): Promise<[SchemeVersion, ...SchemeVersion[]]> {
    const ofCode = await this.versions.all(tx, code);
    const [first, ...others] = bodyId === undefined ? ofCode : ofCode.filter((version) => version.bodyId === bodyId);
    if (!first) throw schemeNotFound();
    if (others.some((version) => version.bodyId !== first.bodyId)) throw schemeOfSeveralBodies(first.title);
    return [first, ...others];
  }
}
