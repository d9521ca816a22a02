import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { codeNeeded, codeNotRecognised, heldBack, notRecognised, signInAgain } from '../people.errors.js';
import { PasswordHasher } from '../secrets/password-hasher.js';
import { ConfirmSession } from '../use-cases/confirm-session.js';
import {
  FinishSignIn,
  type HalfSession,
  type OpenedSession,
  type SignInOutcome,
  type Visitor,
} from '../use-cases/finish-sign-in.js';
import { FinishWithCode } from '../use-cases/finish-with-code.js';
import { ReadProfile } from '../use-cases/read-profile.js';
import { BeginSignIn, type SignInTry } from '../use-cases/sign-in.js';

/**
 * Counts a try at a password, then checks it. The check stands between two short transactions: it takes 50 ms of a core
 * and waits its turn, which must not hold a connection.
 */
@Injectable()
export class PasswordTry {
  constructor(
    private readonly transaction: Transaction,
    private readonly hasher: PasswordHasher,
    private readonly begin: BeginSignIn,
  ) {}

  /**
   * @returns the try, or null when the password is another one or nobody has the address
   * @throws DomainError `people.please_wait`, `people.use_mailed_link`, `people.sign_in_busy`
   */
  async make(
    ctx: RequestContext,
    { email, password, visitor }: { email: string; password: string; visitor: Visitor },
  ): Promise<(SignInTry & { personId: string }) | null> {
    const { deviceToken, ip } = visitor;
    const tried = await this.transaction.run(unrepeatable(ctx), (tx) =>
      this.begin.execute(tx, { email, deviceToken, ip }),
    );
    if (!tried.claim.granted) throw heldBack(tried.claim);
    const matches = await this.hasher.matches(password, tried.passwordHash);
    const { personId } = tried;
    return matches && personId !== null ? { ...tried, personId } : null;
  }
}

/** Sign-in by password, for pages and programs; a page's second step with the code. */
@Injectable()
export class SignInFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly passwordTry: PasswordTry,
    private readonly finish: FinishSignIn,
    private readonly finishWithCode: FinishWithCode,
  ) {}

  /**
   * @param form.code comes along from programs; pages ask for it in a second step
   * @throws DomainError `people.not_recognised` (the same for unknown addresses), `people.please_wait`, …
   */
  async signIn(
    ctx: RequestContext,
    kind: 'page' | 'api',
    form: { email: string; password: string; code?: string },
    visitor: Visitor,
  ): Promise<OpenedSession | HalfSession> {
    const { email, password, code } = form;
    const tried = await this.passwordTry.make(ctx, { email, password, visitor });
    if (!tried) throw notRecognised(kind === 'page' ? 'invalid' : 'unauthenticated');
    const { personId, source } = tried;
    const outcome = await this.transaction.run(unrepeatable(ctx), (tx) =>
      this.finish.execute(tx, { personId, source, kind, visitor, code }),
    );
    return sessionOf(outcome, kind);
  }

  /**
   * @param form.token of the half-open session
   * @throws DomainError `people.code_not_recognised`, `people.sign_in_again`, `people.please_wait`
   */
  async enterCode(
    ctx: RequestContext,
    form: { token: string | null; code: string },
    visitor: Visitor,
  ): Promise<OpenedSession | HalfSession> {
    const outcome = await this.transaction.run(unrepeatable(ctx), (tx) =>
      this.finishWithCode.execute(tx, { ...form, visitor }),
    );
    if (outcome === null) throw signInAgain();
    return sessionOf(outcome, 'page');
  }
}

/** "Is it really you?" before a sensitive change. */
@Injectable()
export class ConfirmationFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly passwordTry: PasswordTry,
    private readonly profile: ReadProfile,
    private readonly confirmSession: ConfirmSession,
  ) {}

  /** @throws DomainError `people.not_recognised`, `people.code_not_recognised`, `people.please_wait`, … */
  async confirm(ctx: RequestContext, form: { password: string; code?: string }, visitor: Visitor): Promise<void> {
    const { primaryEmail } = await this.transaction.read(ctx, (tx) => this.profile.execute(tx));
    const { password, code } = form;
    const tried = await this.passwordTry.make(ctx, { email: primaryEmail ?? '', password, visitor });
    if (!tried) throw notRecognised();
    const outcome = await this.transaction.run(unrepeatable(ctx), (tx) =>
      this.confirmSession.execute(tx, { source: tried.source, code, visitor }),
    );
    if (outcome.kind === 'held') throw heldBack(outcome.claim);
    if (outcome.kind === 'code-needed') throw codeNeeded('invalid');
    if (outcome.kind === 'wrong-code') throw codeNotRecognised();
  }
}

function sessionOf(outcome: SignInOutcome, kind: 'page' | 'api'): OpenedSession | HalfSession {
  switch (outcome.kind) {
    case 'open':
    case 'half':
      return outcome;
    case 'code-needed':
      throw codeNeeded();
    case 'wrong-code':
      throw codeNotRecognised(kind === 'page' ? 'invalid' : 'unauthenticated');
    case 'held':
      throw heldBack(outcome.claim);
  }
}
