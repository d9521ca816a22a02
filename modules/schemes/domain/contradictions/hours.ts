import { supervisedDomains } from '../clauses/supervision-rule.js';
import type { Cap, Share } from '../definition/hours.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { compare, listedTwice, type Check, type Contradiction } from './contradiction.js';

// Hours: training, practice, supervision, continuing education.

/** What the three hours rules have in common. */
interface Hours {
  readonly path: readonly string[];
  readonly key: 'domain' | 'topic';
  readonly total: number;
  readonly buckets: readonly {
    readonly name: string;
    readonly min_hours: number;
    readonly accepts?: readonly string[];
    readonly within?: string;
    readonly after?: string;
  }[];
  readonly caps: readonly Cap[];
  readonly shares: readonly Share[];
  readonly within?: string;
  readonly otherTopics: boolean;
}

function hoursOf({ training, practice, renewal }: SchemeDefinition): Hours[] {
  const of = (path: string[], rule: NonNullable<typeof training> | NonNullable<typeof practice>): Hours => ({
    path,
    key: 'domain',
    total: rule.total_hours,
    buckets: rule.buckets.map((bucket) => ({ ...bucket, name: bucket.domain })),
    caps: rule.caps ?? [],
    shares: rule.shares ?? [],
    within: rule.within,
    otherTopics: rule.other_topics_count ?? rule.buckets.length === 0,
  });
  const { ce } = renewal;
  return [
    ...(training ? [of(['training'], training)] : []),
    ...(practice ? [of(['practice'], practice)] : []),
    {
      path: ['renewal', 'ce'],
      key: 'topic',
      total: ce.total_hours,
      buckets: ce.buckets.map((bucket) => ({ ...bucket, name: bucket.topic })),
      caps: ce.caps,
      shares: ce.shares ?? [],
      otherTopics: true,
    },
  ];
}

const each =
  (check: (hours: Hours) => Contradiction[]): Check =>
  (scheme) =>
    hoursOf(scheme).flatMap(check);

/** An undated board page asked for 10 hours in each of five domains within 46 in all: nobody can meet that. */
function bucketsFitTheirTotal({ path, key, total, buckets }: Hours): Contradiction[] {
  const sum = buckets.reduce((hours, bucket) => hours + bucket.min_hours, 0);
  return [
    ...listedTwice(
      buckets.map(({ name }) => name),
      (index) => [...path, 'buckets', index, key],
      `the ${key}`,
    ),
    ...(sum > total
      ? [
          {
            path: [...path, 'total_hours'],
            reason: `the least hours of the parts add up to ${sum}, more than the ${total} hours asked in all`,
          },
        ]
      : []),
  ];
}

/** Buckets that take the same topics and nothing else are asked of the same hours; each needs a topic it can be filled with. */
function bucketsCanBeFilled({ path, buckets, caps, total }: Hours): Contradiction[] {
  return buckets.flatMap(({ name, min_hours, accepts = [name], after, within }, index) => {
    const at = [...path, 'buckets', index];
    const most = accepts.map((topic) => mostOf(topic, caps, total)).reduce((a, b) => a + b, 0);
    const found: Contradiction[] = [];
    if (most < min_hours) {
      found.push({ path: at, reason: `${name} asks for ${min_hours} hours, but the caps leave ${most} of its topics` });
    }
    if (after !== undefined && !buckets.some((other) => other.name === after)) {
      found.push({ path: [...at, 'after'], reason: `${name} comes after ${after}, which is no part of these hours` });
    }
    if (within !== undefined && compare(within, 'P0D') <= 0) {
      found.push({ path: [...at, 'within'], reason: `no evidence of ${name} can be that recent` });
    }
    return found;
  });
}

function mostOf(topic: string, caps: readonly Cap[], total: number): number {
  return Math.min(
    Infinity,
    ...caps.filter(({ of }) => 'topic' in of && of.topic === topic).map((cap) => capHours(cap, total)),
  );
}

function capHours(cap: Cap, total: number): number {
  return 'max_hours' in cap ? cap.max_hours : (total * cap.max_percent) / 100;
}

function orderHasNoCycle({ path, buckets }: Hours): Contradiction[] {
  return buckets.flatMap(({ name }, index) => {
    const passed = [name];
    let next = buckets[index]?.after;
    while (next !== undefined && !passed.includes(next)) {
      passed.push(next);
      next = buckets.find((bucket) => bucket.name === next)?.after;
    }
    return next === name
      ? [{ path: [...path, 'buckets', index, 'after'], reason: `${name} would have to come after itself` }]
      : [];
  });
}

const DELIVERIES = 3;

/** Where every way of delivery, or every topic that counts, has a cap, the caps have to leave room for the total. */
function capsLeaveTheTotal({ path, caps, total, buckets, otherTopics }: Hours): Contradiction[] {
  const topics = new Set(buckets.flatMap(({ name, accepts = [name] }) => accepts));
  const byDelivery = caps.filter(({ of }) => 'delivery' in of);
  const byTopic = caps.filter(({ of }) => 'topic' in of && topics.has(of.topic));
  const capped = [
    ...(new Set(byDelivery.map(({ of }) => JSON.stringify(of))).size === DELIVERIES ? [byDelivery] : []),
    ...(!otherTopics && topics.size > 0 && new Set(byTopic.map(({ of }) => JSON.stringify(of))).size === topics.size
      ? [byTopic]
      : []),
  ];
  return capped.flatMap((group) => {
    const room = group.reduce((sum, cap) => sum + capHours(cap, total), 0);
    return room < total
      ? [{ path: [...path, 'caps'], reason: `the caps leave ${room} hours, less than the ${total} hours asked in all` }]
      : [];
  });
}

function capsAndSharesAreDistinct({ path, caps, shares }: Hours): Contradiction[] {
  const names = (list: readonly { of: Cap['of'] }[]) => list.map(({ of }) => Object.values(of).join());
  return [
    ...listedTwice(names(caps), (index) => [...path, 'caps', index], 'a cap of'),
    ...listedTwice(names(shares), (index) => [...path, 'shares', index], 'a share of'),
  ];
}

function sharesFitTogether({ path, shares, caps, total }: Hours): Contradiction[] {
  const found: Contradiction[] = [];
  for (const property of ['delivery', 'topic', 'category'] as const) {
    const sum = shares.filter(({ of }) => property in of).reduce((percent, share) => percent + share.min_percent, 0);
    if (sum > 100)
      found.push({ path: [...path, 'shares'], reason: `the shares add up to ${sum} percent of the hours` });
  }
  shares.forEach(({ of, min_percent }, index) => {
    const cap = caps.find((one) => JSON.stringify(one.of) === JSON.stringify(of));
    if (cap && capHours(cap, total) < (total * min_percent) / 100) {
      found.push({ path: [...path, 'shares', index], reason: 'a cap leaves less than this share asks for' });
    }
  });
  return found;
}

function liveTrainingIsNotAtOnesOwnPace({ training }: SchemeDefinition): Contradiction[] {
  const shares = training?.live_interaction_required ? (training.shares ?? []) : [];
  return shares.flatMap(({ of, min_percent }, index) =>
    'delivery' in of && of.delivery === 'self_paced' && min_percent > 0
      ? [
          {
            path: ['training', 'shares', index],
            reason: 'self_paced training is asked for, but only live training counts',
          },
        ]
      : [],
  );
}

function supervisionCanBeHad(scheme: SchemeDefinition): Contradiction[] {
  const { supervision, practice, credential } = scheme;
  if (!supervision) return [];
  const found: Contradiction[] = [];
  if (supervision.must_cover_domains && supervisedDomains(scheme).length === 0) {
    found.push({
      path: ['supervision', 'must_cover_domains'],
      reason: 'supervision must cover the domains, but neither practice nor training names any',
    });
  }
  if (supervision.ratio && !practice) {
    found.push({ path: ['supervision', 'ratio'], reason: 'the ratio is of practice, but the scheme asks for none' });
  }
  if (supervision.ratio && (supervision.ratio.hours === 0 || supervision.ratio.per_practice_hours === 0)) {
    found.push({ path: ['supervision', 'ratio'], reason: 'a ratio of no hours asks for nothing' });
  }
  supervision.cadence?.forEach(({ stage, at_least_every }, index) => {
    const named = credential.stages.find(({ code }) => code === stage);
    const at = ['supervision', 'cadence', index];
    if (!named) found.push({ path: [...at, 'stage'], reason: `the credential has no stage ${stage}` });
    else if (compare(at_least_every, named.validity) > 0) {
      found.push({ path: [...at, 'at_least_every'], reason: `${stage} is over before ${at_least_every} have passed` });
    }
    if (compare(at_least_every, 'P0D') <= 0) {
      found.push({ path: [...at, 'at_least_every'], reason: 'a period of no length is always over' });
    }
  });
  return found;
}

function practiceHasTime({ practice, exam, training }: SchemeDefinition): Contradiction[] {
  if (!practice) return [];
  const { counts_from, must_finish_within } = practice;
  if (must_finish_within !== undefined && counts_from === undefined) {
    return [{ path: ['practice', 'must_finish_within'], reason: 'it is not said from when (counts_from)' }];
  }
  const missing =
    counts_from === 'exam_passed' && !exam ? 'exam' : counts_from === 'training_completed' && !training && 'training';
  return missing
    ? [{ path: ['practice', 'counts_from'], reason: `practice counts from the ${missing}, but the scheme has none` }]
    : [];
}

function hoursOfOtherCredentials({ id, training, practice, renewal }: SchemeDefinition): Contradiction[] {
  const lists = [
    [['training'], training?.different_hours_from],
    [['practice'], practice?.different_hours_from],
    [['renewal', 'ce'], renewal.ce.different_hours_from],
  ] as const;
  return lists.flatMap(([path, schemes]) =>
    schemes?.includes(id)
      ? [{ path: [...path, 'different_hours_from'], reason: `hours of ${id} cannot be different from themselves` }]
      : [],
  );
}

function lookBackReachesTheHours({ path, within }: Hours): Contradiction[] {
  return within !== undefined && compare(within, 'P0D') <= 0
    ? [{ path: [...path, 'within'], reason: 'no evidence can be that recent' }]
    : [];
}

export const HOURS: readonly Check[] = [
  each(bucketsFitTheirTotal),
  each(bucketsCanBeFilled),
  each(orderHasNoCycle),
  each(capsLeaveTheTotal),
  each(capsAndSharesAreDistinct),
  each(sharesFitTogether),
  each(lookBackReachesTheHours),
  liveTrainingIsNotAtOnesOwnPace,
  practiceHasTime,
  supervisionCanBeHad,
  hoursOfOtherCredentials,
];
