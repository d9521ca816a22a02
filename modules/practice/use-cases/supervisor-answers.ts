import { Injectable } from '@nestjs/common';
import { RequestCode } from './request-code.js';
import { ReturnEntries } from './return-entries.js';
import { SignEntries } from './sign-entries.js';

/** The three things a supervisor can do with a request. */
@Injectable()
export class SupervisorAnswers {
  constructor(
    readonly requestCode: RequestCode,
    readonly sign: SignEntries,
    readonly giveBack: ReturnEntries,
  ) {}
}
