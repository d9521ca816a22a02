import { Injectable } from '@nestjs/common';
import { isLanguage, type Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SignInPaceRepository } from '../persistence/sign-in-pace.repository.js';
import { CheckCode } from './check-code.js';
import type { HeldClaim } from '../domain/sign-in-pace.js';
import { ClaimTry, ClearTries, type TrySource } from './claim-try.js';
import { OpenSession } from './open-session.js';
import { ReadSecondFactor } from './sign-in.js';

/** The browser or program that signs in. */
export interface Visitor {
  /** What the person will recognise the session by. */
  device: string;
  /** From the cookie of a browser that signed in before. */
  deviceToken: string | null;
  ip: string;
}

export interface OpenedSession {
  kind: 'open';
  token: string;
  sessionId: string;
  /** For the cookie of a browser that is new to this person. */
  deviceToken: string | null;
  /** What the person reads. */
  language: Language;
}

export interface HalfSession {
  kind: 'half';
  token: string;
}

/** Outcomes are returned, not thrown: a try must stay counted whatever came of it. */
export type SignInOutcome =
  OpenedSession | HalfSession | { kind: 'code-needed' } | { kind: 'wrong-code' } | { kind: 'held'; claim: HeldClaim };

/** Tries a code of the second factor. */
@Injectable()
export class TryCode {
  constructor(
    private readonly claimTry: ClaimTry,
    private readonly clearTries: ClearTries,
    private readonly checkCode: CheckCode,
    private readonly paces: SignInPaceRepository,
  ) {}

  async execute(
    tx: Tx,
    { personId, code, visitor }: { personId: string; code: string; visitor: Visitor },
  ): Promise<'right' | 'wrong' | HeldClaim> {
    const device = visitor.deviceToken ? await this.paces.findDevice(tx, personId, visitor.deviceToken) : null;
    const source: TrySource = {
      addressKey: `person:${personId}`,
      tried: 'code',
      deviceId: device?.id ?? null,
      ip: visitor.ip,
    };
    const claim = await this.claimTry.execute(tx, source);
    if (!claim.granted) return claim;
    if (!(await this.checkCode.execute(tx, personId, code))) return 'wrong';
    await this.clearTries.execute(tx, source);
    return 'right';
  }
}

/** Opens the session of a person who proved everything, and remembers a browser. */
@Injectable()
export class WelcomeIn {
  constructor(
    private readonly openSession: OpenSession,
    private readonly paces: SignInPaceRepository,
    private readonly persons: PersonRepository,
  ) {}

  async execute(
    tx: Tx,
    session: { personId: string; kind: 'page' | 'api'; assurance: 'password' | 'two-factor'; visitor: Visitor },
  ): Promise<OpenedSession> {
    const { personId, kind, assurance, visitor } = session;
    const { id, token } = await this.openSession.execute(tx, { personId, kind, assurance, device: visitor.device });
    const deviceToken = kind === 'page' ? await this.rememberDevice(tx, personId, visitor.deviceToken) : null;
    const language = (await this.persons.find(tx, personId))?.letterLanguage;
    return { kind: 'open', token, sessionId: id, deviceToken, language: isLanguage(language) ? language : 'en' };
  }

  /** The password was right and the code is awaited: a session that opens nothing else. */
  async half(tx: Tx, personId: string, visitor: Visitor): Promise<HalfSession> {
    const half = { personId, kind: 'half', assurance: 'password', device: visitor.device } as const;
    const { token } = await this.openSession.execute(tx, half);
    return { kind: 'half', token };
  }

  /** @returns a token for the cookie when the browser is new */
  private async rememberDevice(tx: Tx, personId: string, token: string | null): Promise<string | null> {
    const known = token ? await this.paces.findDevice(tx, personId, token) : null;
    if (!known) return this.paces.rememberDevice(tx, personId);
    await this.paces.touchDevice(tx, known.id);
    return null;
  }
}

/** The password was right: the session opens, or the second factor is asked for. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly clearTries: ClearTries,
    private readonly secondFactor: ReadSecondFactor,
    private readonly tryCode: TryCode,
    private readonly welcomeIn: WelcomeIn,
  ) {}

  /** @param input.code a program sends it along with the password; a page asks for it afterwards */
  async execute(
    tx: Tx,
    input: { personId: string; source: TrySource; kind: 'page' | 'api'; visitor: Visitor; code?: string },
  ): Promise<SignInOutcome> {
    const { personId, source, kind, visitor, code } = input;
    await this.clearTries.execute(tx, source);
    if (!(await this.secondFactor.execute(tx, personId)).inUse) {
      return this.welcomeIn.execute(tx, { personId, kind, assurance: 'password', visitor });
    }
    if (!code) return kind === 'page' ? this.welcomeIn.half(tx, personId, visitor) : { kind: 'code-needed' };
    const tried = await this.tryCode.execute(tx, { personId, code, visitor });
    if (tried === 'wrong') return { kind: 'wrong-code' };
    if (tried !== 'right') return { kind: 'held', claim: tried };
    return this.welcomeIn.execute(tx, { personId, kind, assurance: 'two-factor', visitor });
  }
}
