import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/** The only source of identifiers. */
@Injectable()
export class Ids {
  /** A time-ordered uuid (RFC 9562 version 7). */
  next(): string {
    return v7();
  }

  /** An unguessable text of `bytes` random bytes, safe in addresses. */
  secret(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }
}
