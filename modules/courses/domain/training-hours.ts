import { hoursToMinutes, type Minutes } from '../../../src/kernel/minutes.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import type { CourseDefinition } from './course-definition.js';

/** Minutes of training by how one comes by them. */
export interface Carried {
  readonly self: Minutes;
  /** In live sessions, for those who were there. */
  readonly live: Minutes;
}

/** One part of the training that a scheme asks, beside what courses carry for it. */
export interface PartCarried extends Carried {
  readonly domain: string;
  readonly asked: Minutes;
  /** What has to come from elsewhere. */
  readonly missing: Minutes;
}

export interface TrainingCarried {
  readonly asked: Minutes;
  /** Of what is asked in all, with the parts that are still missing counted as not there. */
  readonly carried: Minutes;
  readonly parts: readonly PartCarried[];
}

const NOTHING: Carried = { self: 0, live: 0 };

/** What courses carry, by training topic in alphabetical order. A course in another language counts with the one that it translates. */
export function carriedBy(
  courses: readonly Pick<CourseDefinition, 'translates' | 'training' | 'sessions'>[],
): ReadonlyMap<string, Carried> {
  const sums = new Map<string, Carried>();
  const add = (kind: keyof Carried, { topics }: CourseDefinition['training']) => {
    for (const { topic, minutes } of topics) {
      const sum = sums.get(topic) ?? NOTHING;
      sums.set(topic, { ...sum, [kind]: sum[kind] + minutes });
    }
  };
  for (const { translates, training, sessions = [] } of courses) {
    if (translates) continue;
    add('self', training);
    for (const plan of sessions) add('live', plan.training);
  }
  return new Map([...sums].toSorted(([a], [b]) => a.localeCompare(b)));
}

/**
 * The training that a scheme asks, part by part, beside what courses carry. A topic that two parts accept is counted with the
 * first of them, so that nothing is promised twice; hours beyond the least of a part fill the total where the scheme says so.
 */
export function trainingBeside(
  { total_hours, buckets, other_topics_count }: NonNullable<SchemeDefinition['training']>,
  carried: ReadonlyMap<string, Carried>,
): TrainingCarried {
  const left = new Map(carried);
  const parts = buckets.map(({ domain, min_hours, accepts = [domain] }): PartCarried => {
    const sum = { ...NOTHING };
    for (const topic of accepts) {
      const some = left.get(topic) ?? NOTHING;
      left.delete(topic);
      sum.self += some.self;
      sum.live += some.live;
    }
    const asked = hoursToMinutes(min_hours);
    return { domain, asked, ...sum, missing: Math.max(0, asked - sum.self - sum.live) };
  });
  const asked = hoursToMinutes(total_hours);
  const missing = parts.reduce((all, part) => all + part.missing, 0);
  const othersCount = other_topics_count ?? buckets.length === 0;
  const counted = [...parts, ...(othersCount ? left.values() : [])];
  const there = counted.reduce((all, { self, live }) => all + self + live, 0);
  return { asked, carried: Math.max(0, Math.min(asked - missing, there)), parts };
}
