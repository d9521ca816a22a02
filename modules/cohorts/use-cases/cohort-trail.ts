import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import { Ids } from '../../../src/platform/ids/ids.js';

/** What every step leaves behind: a name and a line. */
@Injectable()
export class CohortTrail {
  constructor(
    readonly ids: Ids,
    readonly audit: Audit,
  ) {}
}
