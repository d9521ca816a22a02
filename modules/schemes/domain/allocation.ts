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
 * Exact for every combination of buckets and caps. Supplies that may do the same are put together, so the time it takes
 * grows with the kinds of supply, not with their number. The order of supplies never changes how much is counted where.
 *
 * @throws RangeError when an id is unknown or minutes are not whole and non-negative
 */
export function allocate(supplies: readonly Supply[], wholes: readonly Whole[], caps: readonly Cap[]): Allocation {
  const wholeOf = new Map(
    wholes.flatMap(({ id, buckets }) => [id, ...buckets.map((part) => part.id)].map((to) => [to, id])),
  );
  const groupOf = groupsOf(supplies);
  // In the order of their signatures, so that the solution does not depend on the order of supplies.
  const groups = [...new Set(groupOf)].sort((a, b) => (a.signature < b.signature ? -1 : 1));
  check(groups, wholes, caps, wholeOf);
  const routes = groups.flatMap((group) => group.routes);
  const minutes = solve(programOf(groups, routes, wholes, caps, wholeOf));
  routes.forEach((route, index) => (route.minutes = minutes[index]!));
  const tight = caps.filter((cap) => usedUnder(cap, routes, wholeOf) === cap.atMost);
  const fullFor = (group: Group) => tight.find((cap) => group.routes.some((route) => isUnder(cap, route, wholeOf)));
  return {
    have: haveOf(routes, wholeOf),
    ...deal(supplies, groupOf, new Map(groups.map((group) => [group, fullFor(group)]))),
  };
}

/** Supplies that may do the same: the same places in the same order, under the same caps. */
interface Group {
  readonly signature: string;
  readonly caps: ReadonlySet<string>;
  readonly routes: Route[];
  /** Where its first supply stands, to prefer earlier evidence. */
  readonly firstAt: number;
  minutes: number;
}

/** From a group to one place that takes its minutes. */
interface Route {
  readonly group: Group;
  readonly to: string;
  /** 0 for the place the group names first. */
  readonly choice: number;
  minutes: number;
}

function signatureOf({ takes, caps }: Supply): string {
  return `${takes.join('\n')}\n\n${caps.length > 1 ? [...caps].sort().join('\n') : caps.join()}`;
}

/** The group of each supply, by its place in the list. */
function groupsOf(supplies: readonly Supply[]): Group[] {
  const groups = new Map<string, Group>();
  return supplies.map((supply, firstAt) => {
    checkMinutes(supply.id, supply.minutes);
    const signature = signatureOf(supply);
    let group = groups.get(signature);
    if (!group) {
      group = { signature, caps: new Set(supply.caps), routes: [], firstAt, minutes: 0 };
      for (const to of new Set(supply.takes)) group.routes.push({ group, to, choice: group.routes.length, minutes: 0 });
      groups.set(signature, group);
    }
    group.minutes += supply.minutes;
    return group;
  });
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
  wholeOf: ReadonlyMap<string, string>,
): Program {
  const buckets = wholes.flatMap((whole) => whole.buckets);
  const needs = [
    ...buckets.map(({ id, need }) => ({ need, feeds: (route: Route) => route.to === id })),
    ...wholes.map(({ id, need }) => ({ need, feeds: (route: Route) => wholeOf.get(route.to) === id })),
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
        coefficients: sum((route) => route.group === group),
        atMost: group.minutes,
      })),
      ...caps.map((cap) => ({ coefficients: sum((route) => isUnder(cap, route, wholeOf)), atMost: cap.atMost })),
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
      row((route) => -route.group.firstAt, none),
    ],
  };
}

function isUnder(cap: Cap, route: Route, wholeOf: ReadonlyMap<string, string>): boolean {
  return route.group.caps.has(cap.id) && wholeOf.get(route.to) === cap.whole;
}

function usedUnder(cap: Cap, routes: readonly Route[], wholeOf: ReadonlyMap<string, string>): number {
  return routes.reduce((used, route) => used + (isUnder(cap, route, wholeOf) ? route.minutes : 0), 0);
}

/**
 * Gives each group's minutes back to its supplies, the first supply first.
 *
 * @param full the cap that keeps a group from counting more. As many minutes count as can, so what is left over although
 *   something takes it has always reached one.
 */
function deal(
  supplies: readonly Supply[],
  groupOf: readonly Group[],
  full: ReadonlyMap<Group, Cap | undefined>,
): Pick<Allocation, 'uses' | 'unused'> {
  const left = new Map(
    [...full.keys()].map((group) => [group, group.routes.map(({ to, minutes }) => ({ to, minutes }))]),
  );
  const uses: Use[] = [];
  const unused: Unused[] = [];
  supplies.forEach(({ id, minutes }, index) => {
    const group = groupOf[index]!;
    const places = left.get(group)!;
    let rest = minutes;
    while (rest > 0 && places.length > 0) {
      const place = places[0]!;
      const used = Math.min(rest, place.minutes);
      if (used > 0) uses.push({ supply: id, to: place.to, minutes: used });
      rest -= used;
      place.minutes -= used;
      if (place.minutes === 0) places.shift();
    }
    if (rest > 0) unused.push(whyUnused(id, rest, full.get(group)));
  });
  return { uses, unused };
}

function whyUnused(supply: string, minutes: number, cap: Cap | undefined): Unused {
  return cap ? { supply, minutes, reason: 'over_cap', cap: cap.id } : { supply, minutes, reason: 'taken_nowhere' };
}

function haveOf(routes: readonly Route[], wholeOf: ReadonlyMap<string, string>): Record<string, number> {
  const have: Record<string, number> = Object.fromEntries([...wholeOf.keys()].map((id) => [id, 0]));
  for (const { to, minutes } of routes) {
    have[to]! += minutes;
    const whole = wholeOf.get(to)!;
    if (whole !== to) have[whole]! += minutes;
  }
  return have;
}

function check(
  groups: readonly Group[],
  wholes: readonly Whole[],
  caps: readonly Cap[],
  wholeOf: ReadonlyMap<string, string>,
): void {
  const known = new Set(caps.map((cap) => cap.id));
  for (const group of groups) {
    const strange =
      group.routes.find((route) => !wholeOf.has(route.to))?.to ?? [...group.caps].find((cap) => !known.has(cap));
    if (strange !== undefined) throw new RangeError(`there is no bucket, whole or cap ${strange}`);
  }
  for (const { id, need } of wholes.flatMap((whole) => [whole, ...whole.buckets])) checkMinutes(id, need);
  for (const { id, whole, atMost } of caps) {
    checkMinutes(id, atMost);
    if (wholeOf.get(whole) !== whole) throw new RangeError(`${id}: there is no whole ${whole}`);
  }
}

function checkMinutes(id: string, minutes: number): void {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`${id}: ${minutes} is not a number of minutes`);
}
