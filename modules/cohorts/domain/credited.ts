/** A part of a time, in whole minutes, under one topic. */
export interface TopicMinutes {
  readonly topic: string;
  readonly minutes: number;
}

/**
 * What being there for a while counts for: the whole claim for the whole session, the same share of each topic for a part of it,
 * rounded down, so that nobody is credited a minute that they were not there. Topics without a minute are left out.
 */
export function creditedTopics(
  claim: readonly TopicMinutes[],
  { present, length }: { readonly present: number; readonly length: number },
): TopicMinutes[] {
  const there = Math.min(present, length);
  return claim
    .map(({ topic, minutes }) => ({ topic, minutes: Math.floor((minutes * there) / length) }))
    .filter(({ minutes }) => minutes > 0);
}
