import type { PersonActor, Role } from '../../../src/kernel/actor.js';
import { areasFor } from './navigation.js';

describe('the areas of the header', () => {
  const staff = (...roles: Role[]): PersonActor => ({
    kind: 'person',
    personId: 'p',
    sessionId: 's',
    assurance: 'two-factor',
    memberships: roles.map((role) => ({ organizationId: 'b', organizationKind: 'certifying-body', role })),
  });
  const labels = (actor: PersonActor, further: boolean, path = '/home') =>
    areasFor(actor, path)
      .filter((area) => Boolean(area.further) === further)
      .map(({ label }) => label);

  it('fit on one line: of a registrar’s and of all roles’ the last ones stand behind “More”', () => {
    const everything = staff('administrator', 'reviewer', 'decider', 'registrar');
    for (const actor of [staff('registrar'), everything]) {
      expect(labels(actor, false)).toHaveLength(7);
      expect(labels(actor, true).length).toBeGreaterThan(1);
    }
    expect(labels(staff('reviewer'), true)).toEqual([]);
    expect(labels(staff('administrator'), true)).toEqual([]);
  });

  it('name the one that is open, behind “More” too, and once', () => {
    const open = areasFor(staff('registrar'), '/desk/people/P-1').filter(({ current }) => current);
    expect(open).toMatchObject([{ label: 'People', further: true }]);
  });
});
