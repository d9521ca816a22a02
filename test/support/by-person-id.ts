import { Global, Injectable, Module, type Type } from '@nestjs/common';
import { Authenticator, type Credentials } from '../../src/platform/access/authenticator.js';
import { PageSurroundings } from '../../src/platform/http/surroundings.js';
import type { Actor, PersonActor } from '../../src/kernel/actor.js';

/**
 * For specs of one module's pages and JSON without the whole business: whoever sends a person's id as bearer token or
 * session cookie is that person. How people really sign in is tested where they do.
 */
@Injectable()
class ByPersonId extends Authenticator {
  async authenticate(_: unknown, { sessionToken, bearerToken }: Credentials): Promise<Actor> {
    const personId = bearerToken ?? sessionToken;
    return personId ? personActor(personId) : { kind: 'anonymous' };
  }
}

/** Nobody's name, no areas, one line to call. */
@Injectable()
export class PlainSurroundings extends PageSurroundings {
  async describe() {
    return { areas: [], supportNow: this.supportNow() };
  }

  supportNow() {
    return { label: 'Call or text 988', href: 'tel:988', phone: '988' };
  }
}

@Global()
@Module({
  providers: [
    { provide: Authenticator, useClass: ByPersonId },
    { provide: PageSurroundings, useClass: PlainSurroundings },
  ],
  exports: [Authenticator, PageSurroundings],
})
class ByPersonIdModule {}

/** The business of such a spec: the modules it is about, and providers that listen or stand in for the outside. */
export function businessOf(modules: Type[], providers: Type[] = []): Type {
  @Module({ imports: [ByPersonIdModule, ...modules], providers })
  class BusinessUnderTest {}
  return BusinessUnderTest;
}

export function personActor(personId: string): PersonActor {
  return { kind: 'person', personId, sessionId: personId, assurance: 'password', memberships: [] };
}
