import { contradictions } from '../../../modules/schemes/domain/contradictions.js';
import { schemeOf } from './asking.js';

/** Parts of a scheme, in the scheme language. */
export type Written = Record<string, unknown>;

/** What a board might write, where the contradiction is, and what is said about it. */
export type Refused = [situation: string, written: Written, path: string, reason: RegExp];

/** One test for each: the scheme is refused there, for that reason. */
export function refuses(cases: readonly Refused[]): void {
  it.each(cases)('%s', (...[, written, path, reason]) => {
    const found = contradictions(schemeOf(written)).map((one) => ({ path: one.path.join('.'), reason: one.reason }));
    expect(found).toContainEqual({ path, reason: expect.stringMatching(reason) });
  });
}
