import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Installation } from '../../../src/platform/database/installation.js';
import { publicCredential, readNumber, type PublicCredentialRow } from '../../credentials/credentials.public.js';
import { answerOf, mistyped, unknown, type Answer } from '../domain/answer.js';
import { PublicRegister } from '../persistence/public-register.js';

export interface Question {
  /** As typed; spaces, dashes and case do not matter. */
  number: string;
  /** From the QR code of the certificate. */
  token?: string;
  surname?: string;
  /** The date asked about; today in the body's zone when absent. */
  onDate?: Temporal.PlainDate;
}

/** Answers whether a credential is in good standing, from one indexed read. */
@Injectable()
export class VerifyCredential {
  constructor(
    private readonly register: PublicRegister,
    private readonly clock: Clock,
    private readonly installation: Installation,
  ) {}

  /** @throws DomainError `verification.cannot_confirm` */
  async execute({ number: typed, token, surname, onDate }: Question): Promise<Answer> {
    const now = await this.clock.now(this.register);
    const { demonstration } = this.installation;
    const number = readNumber(typed);
    if (!number) return mistyped(typed, now, demonstration);
    const row = await this.register.find(number);
    const found = row && publicCredential(row as PublicCredentialRow, { now, onDate, token, surname });
    return found ? answerOf(found, demonstration) : unknown(number, now, demonstration);
  }
}
