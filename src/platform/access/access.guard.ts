import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { organizationsOf, type Actor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/domain-error.js';
import { FormTokens } from '../http/form-tokens.js';
import type { HttpRequest } from '../http/request-context.js';
import { refuseUnreadableAddress } from '../http/readable-address.js';
import { ACCESS_RULE, type AccessRule } from './access-rule.js';
import { RequestDoor } from './request-door.js';
import { WhoAsks } from './who-asks.js';

export function notSignedIn(): DomainError {
  return new DomainError({
    code: 'access.not_signed_in',
    kind: 'unauthenticated',
    message: 'You are not signed in, or your session has ended.',
    next: 'Sign in. What you typed is kept.',
  });
}

export function secondFactorNeeded(): DomainError {
  return new DomainError({
    code: 'access.second_factor_needed',
    kind: 'forbidden',
    message: 'This page needs your second factor, because it can change the register.',
    next: 'Enter the six-digit code of your authenticator app, or set one up on your profile page.',
  });
}

function notYours(): DomainError {
  return new DomainError({
    code: 'access.not_yours',
    kind: 'forbidden',
    message: 'This part belongs to another role.',
    next: 'If you need it for your work, ask the administrator of your organization.',
  });
}

/** Authenticates every request, attaches its context, and lets nobody pass whom the route's rule does not name. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly who: WhoAsks,
    private readonly door: RequestDoor,
    private readonly formTokens: FormTokens,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<HttpRequest>();
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (!rule) throw notFound('this page');
    refuseUnreadableAddress(request);
    this.formTokens.checkOrigin(request);
    const actor = await this.who.of(request);
    await this.door.attach(request, actor);
    refuseUnlessAllowed(rule, actor);
    if (rule.kind === 'requires') request.isForStaff = true;
    this.formTokens.checkToken(request);
    return true;
  }
}

function refuseUnlessAllowed(rule: AccessRule, actor: Actor): void {
  if (rule.kind === 'public' || rule.kind === 'by-link') return;
  if (actor.kind !== 'person') throw notSignedIn();
  if (rule.kind === 'signed-in') return;
  const holds = actor.memberships.some((m) => m.organizationKind === rule.organization && rule.roles.includes(m.role));
  if (!holds) throw notYours();
  if (organizationsOf(actor, ...rule.roles).length === 0) throw secondFactorNeeded();
}
