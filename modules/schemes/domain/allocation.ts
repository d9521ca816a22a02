import { solve, type Program } from './allocation-program.js';

/** Minutes of evidence: where they may count and which limits they fall under. Listed in order of preference. */
export interface Supply {
  readonly id: string;
  /** Whole, not negative. */
  readonly minutes: number;
  /** Ids of the buckets, and of the wholes outside their buckets, that accept these minutes; the most fitting first. */
  readonly takes: readonly string[];
  /** Ids of the caps these minutes fall under. */
  readonly caps: readonly string[];
}

/** "46 hours in all, of which at least 16 in ethics." Needs in minutes; ids are distinct over all wholes and buckets. */
export interface Whole {
  readonly id: string;
  readonly need: number;
  readonly buckets: readonly { readonly id: string; readonly need: number }[];
}

/** "At most 20 of them online": minutes, over everything that counts in one whole. */
export interface Cap {
  readonly id: string;
  readonly whole: string;
  readonly atMost: number;
}

export interface Allocation {
  /** Which minutes of a supply count where: a bucket's id (they count to its whole too) or a whole's. In order of supplies. */
  readonly uses: readonly Use[];
  /** Minutes that count nowhere: a cap is reached (named), or nothing takes them. In order of supplies. */
  readonly unused: readonly Unused[];
  /** Minutes counted, by the id of each bucket and whole. */
  readonly have: Readonly<Record<string, number>>;
}

export interface Use {
  readonly supply: string;
  readonly to: string;
  readonly minutes: number;
}

export type Unused =
  | { readonly supply: string; readonly minutes: number; readonly reason: 'over_cap'; readonly cap: string }
  | { readonly supply: string; readonly minutes: number; readonly reason: 'taken_nowhere' };

/**
 * Decides which minutes count where, so that each counts once and the requirements are met if there is any way to meet
 * them. Among all ways it takes the best by these goals, in this order:
 *
 * 1. as few minutes as possible missing in the buckets, then in the wholes;
 * 2. as many minutes as possible counted, also beyond the need;
 * 3. what is missing is missing in the later buckets and wholes;
 * 4. minutes count in the place they name first, then in the bucket that comes first;
 * 5. evidence that comes first is used first.
 *
 * Exact for any buckets and caps, also caps that cross (see `solve` for the one bound). Supplies that may do the same are
 * put together, so the time it takes grows with the kinds of supply, not with their number. The order of supplies does
 * not change how much is counted where.
 *
 * @throws RangeError when an id is unknown or minutes are not whole and non-negative
 */
export function allocate(supplies: readonly Supply[], wholes: readonly Whole[], caps: readonly Cap[]): Allocation {
  check(wholes, caps);
  const grouped = groupsOf(supplies, wholes, caps);
  // In the order of their signatures, so that the solution does not depend on the order of supplies.
  const groups = [...new Set(grouped)].sort((a, b) => (a.signature < b.signature ? -1 : 1));
  const routes = groups.flatMap((group) => group.routes);
  const minutes = solve(programOf(groups, routes, wholes, caps));
  routes.forEach((route, index) => (route.minutes = minutes[index] ?? 0));
  return { have: haveOf(routes, wholes), ...deal(supplies, grouped, tightOf(caps, routes)) };
}

/** Supplies that may do the same: the same places in the same order, under the same caps. */
interface Group {
  readonly signature: string;
  readonly routes: readonly Route[];
  minutes: number;
}

/** From a group to one place that takes its minutes. */
interface Route {
  readonly from: string;
  readonly to: string;
  readonly whole: string;
  readonly caps: ReadonlySet<string>;
  /** 0 for the place the group names first. */
  readonly choice: number;
  /** Where the group's first supply stands, to prefer earlier evidence. */
  readonly firstAt: number;
  minutes: number;
}

function signatureOf({ takes, caps }: Supply): string {
  return `${takes.join('\n')}\n\n${caps.length > 1 ? [...caps].sort().join('\n') : caps.join()}`;
}

/** The group of each supply, in the order of supplies. */
function groupsOf(supplies: readonly Supply[], wholes: readonly Whole[], caps: readonly Cap[]): Group[] {
  const places = placesOf(wholes);
  const known = new Set(caps.map((cap) => cap.id));
  const groups = new Map<string, Group>();
  return supplies.map((supply, firstAt) => {
    checkMinutes(supply.id, supply.minutes);
    const signature = signatureOf(supply);
    let group = groups.get(signature);
    if (!group) {
      const unknown = supply.caps.find((cap) => !known.has(cap));
      if (unknown !== undefined) throw new RangeError(`${supply.id}: there is no cap ${unknown}`);
      const under = new Set(supply.caps);
      const routes = [...new Set(supply.takes)].map((to, choice) => {
        const whole = places.get(to);
        if (whole === undefined) throw new RangeError(`${supply.id}: there is no bucket or whole ${to}`);
        return { from: signature, to, whole, caps: under, choice, firstAt, minutes: 0 };
      });
      group = { signature, routes, minutes: 0 };
      groups.set(signature, group);
    }
    group.minutes += supply.minutes;
    return group;
  });
}

/** The whole of each bucket and of each whole (itself). */
function placesOf(wholes: readonly Whole[]): Map<string, string> {
  return new Map(
    wholes.flatMap(({ id, buckets }) => [[id, id], ...buckets.map((part) => [part.id, id] as const)] as const),
  );
}

/**
 * The variables are the minutes on each route, then the filled part of each need (at most the need, at most what flows
 * in). See `allocate` for the goals.
 */
function programOf(
  groups: readonly Group[],
  routes: readonly Route[],
  wholes: readonly Whole[],
  caps: readonly Cap[],
): Program {
  const buckets = wholes.flatMap((whole) => whole.buckets);
  const needs = [
    ...buckets.map(({ id, need }) => ({ need, feeds: (route: Route) => route.to === id })),
    ...wholes.map(({ id, need }) => ({ need, feeds: (route: Route) => route.whole === id })),
  ];
  const row = (onRoute: (route: Route) => number, onNeed: (index: number) => number) => [
    ...routes.map(onRoute),
    ...needs.map((_, index) => onNeed(index)),
  ];
  const none = () => 0;
  const sum = (counts: (route: Route) => boolean) => row((route) => Number(counts(route)), none);
  const filled = (counts: (index: number) => boolean) => row(none, (index) => Number(counts(index)));

  return {
    variables: routes.length + needs.length,
    rows: [
      ...groups.map((group) => ({
        coefficients: sum((route) => route.from === group.signature),
        atMost: group.minutes,
      })),
      ...caps.map((cap) => ({ coefficients: sum((route) => isUnder(cap, route)), atMost: cap.atMost })),
      ...needs.map(({ need }, at) => ({ coefficients: filled((index) => index === at), atMost: need })),
      ...needs.map(({ feeds }, at) => ({
        coefficients: row(
          (route) => -Number(feeds(route)),
          (index) => Number(index === at),
        ),
        atMost: 0,
      })),
    ],
    goals: [
      filled((index) => index < buckets.length),
      filled((index) => index >= buckets.length),
      sum(() => true),
      ...needs.map((_, at) => filled((index) => index === at)),
      row((route) => -route.choice, none),
      ...needs.map(({ feeds }) => sum(feeds)),
      row((route) => -route.firstAt, none),
    ],
  };
}

function isUnder(cap: Cap, route: Route): boolean {
  return route.caps.has(cap.id) && route.whole === cap.whole;
}

/** The caps that leave no room. */
function tightOf(caps: readonly Cap[], routes: readonly Route[]): Cap[] {
  return caps.filter((cap) => {
    const used = routes.reduce((minutes, route) => minutes + (isUnder(cap, route) ? route.minutes : 0), 0);
    return used === cap.atMost;
  });
}

/** Gives each group's minutes back to its supplies, the first supply first. */
function deal(
  supplies: readonly Supply[],
  grouped: readonly Group[],
  tight: readonly Cap[],
): Pick<Allocation, 'uses' | 'unused'> {
  const uses: Use[] = [];
  const unused: Unused[] = [];
  const dealers = new Map<Group, Dealer>();
  grouped.forEach((group, index) => {
    const supply = supplies[index];
    if (!supply) return;
    let dealer = dealers.get(group);
    if (!dealer) dealers.set(group, (dealer = new Dealer(group, tight)));
    const rest = dealer.deal(supply, uses);
    if (rest > 0) unused.push(dealer.whyUnused(supply, rest));
  });
  return { uses, unused };
}

class Dealer {
  private readonly places: { readonly to: string; minutes: number }[];
  private readonly cap: Cap | undefined;

  constructor({ routes }: Group, tight: readonly Cap[]) {
    this.places = routes.map(({ to, minutes }) => ({ to, minutes })).filter(({ minutes }) => minutes > 0);
    this.cap = tight.find((cap) => routes.some((route) => isUnder(cap, route)));
  }

  /** Adds where the supply's minutes count, and returns the minutes that are left over. */
  deal({ id, minutes }: Supply, uses: Use[]): number {
    let rest = minutes;
    for (let place = this.places[0]; place && rest > 0; place = this.places[0]) {
      const used = Math.min(rest, place.minutes);
      uses.push({ supply: id, to: place.to, minutes: used });
      rest -= used;
      place.minutes -= used;
      if (place.minutes === 0) this.places.shift();
    }
    return rest;
  }

  /** As many minutes count as can, so what is left over although something takes it has reached a cap. */
  whyUnused({ id: supply }: Supply, minutes: number): Unused {
    return this.cap
      ? { supply, minutes, reason: 'over_cap', cap: this.cap.id }
      : { supply, minutes, reason: 'taken_nowhere' };
  }
}

function haveOf(routes: readonly Route[], wholes: readonly Whole[]): Record<string, number> {
  const sum = (counts: (route: Route) => boolean) =>
    routes.reduce((minutes, route) => minutes + (counts(route) ? route.minutes : 0), 0);
  return Object.fromEntries(
    [...placesOf(wholes)].map(([id, whole]) => [id, sum((route) => (id === whole ? route.whole : route.to) === id)]),
  );
}

function check(wholes: readonly Whole[], caps: readonly Cap[]): void {
  for (const { id, need } of wholes.flatMap((whole) => [whole, ...whole.buckets])) checkMinutes(id, need);
  for (const { id, whole, atMost } of caps) {
    checkMinutes(id, atMost);
    if (!wholes.some((each) => each.id === whole)) throw new RangeError(`${id}: there is no whole ${whole}`);
  }
}

function checkMinutes(id: string, minutes: number): void {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`${id}: ${minutes} is not a number of minutes`);
}
