import type { ItemCandidate } from '../../item-bank/item-bank.public.js';
import type { Blueprint } from './blueprint.js';

export type FormCandidate = Pick<
  ItemCandidate,
  'versionId' | 'itemId' | 'kind' | 'examDomain' | 'competency' | 'difficulty' | 'enemies'
>;

export interface FormLine extends FormCandidate {
  isPretest: boolean;
}

/** Either the lines in order, or what the bank lacks: an exam domain, a difficulty, or items to try. */
export type DrawnForm =
  | { lines: FormLine[] }
  | { lacks: { what: 'domain' | 'difficulty' | 'pretest'; code: string; has: number; needs: number } };

export interface Chance {
  /** Gives an array of the same elements in an order that the seed decides. */
  shuffled<T>(elements: readonly T[]): T[];
}

/** One unlucky draw among enemies and difficulties says nothing; so many do. */
const DRAWS = 200;

/**
 * The lines of a form: the same candidates and the same sequence always give the same form. Enemies never stand together, nor
 * do two versions of one item; scored and pretest items are mixed.
 */
export function drawForm(
  blueprint: Blueprint,
  candidates: { scored: readonly FormCandidate[]; pretest: readonly FormCandidate[] },
  chance: Chance,
): DrawnForm {
  for (const [code, needs] of Object.entries(blueprint.domains).sort(byCode)) {
    const has = candidates.scored.filter(({ examDomain }) => examDomain === code).length;
    if (has < needs) return { lacks: { what: 'domain', code, has, needs } };
  }
  let lacks: Extract<DrawnForm, { lacks: unknown }> | undefined;
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = drawOnce(blueprint, candidates, chance);
    if ('lines' in drawn) return { lines: chance.shuffled(drawn.lines) };
    lacks = drawn;
  }
  return lacks as Extract<DrawnForm, { lacks: unknown }>;
}

function drawOnce(
  blueprint: Blueprint,
  candidates: { scored: readonly FormCandidate[]; pretest: readonly FormCandidate[] },
  chance: Chance,
): DrawnForm {
  const form = new Gathering();
  const bands = blueprint.difficulty ?? {};
  for (const [code, needs] of Object.entries(blueprint.domains).sort(byCode)) {
    const pile = chance.shuffled(candidates.scored.filter(({ examDomain }) => examDomain === code));
    let has = 0;
    for (const one of pile) {
      if (has === needs) break;
      if (form.scoredOf(one.difficulty) >= (bands[one.difficulty]?.max ?? Infinity) || !form.admits(one)) continue;
      form.take(one, false);
      has++;
    }
    if (has < needs) return { lacks: { what: 'domain', code, has, needs } };
  }
  for (const difficulty of ['easy', 'medium', 'hard'] as const) {
    const [has, needs] = [form.scoredOf(difficulty), bands[difficulty]?.min ?? 0];
    if (has < needs) return { lacks: { what: 'difficulty', code: difficulty, has, needs } };
  }
  const pretest = chance.shuffled(candidates.pretest);
  for (const one of pretest) if (form.tried < blueprint.pretest && form.admits(one)) form.take(one, true);
  if (form.tried < blueprint.pretest) {
    return { lacks: { what: 'pretest', code: 'pretest', has: form.tried, needs: blueprint.pretest } };
  }
  return { lines: form.lines };
}

/** A form while it is drawn. */
class Gathering {
  readonly lines: FormLine[] = [];
  tried = 0;
  private readonly items = new Set<string>();
  private readonly barred = new Set<string>();
  private readonly counts = { easy: 0, medium: 0, hard: 0 };

  scoredOf(difficulty: FormCandidate['difficulty']): number {
    return this.counts[difficulty];
  }

  admits({ itemId, enemies }: FormCandidate): boolean {
    return !this.items.has(itemId) && !this.barred.has(itemId) && !enemies.some((enemy) => this.items.has(enemy));
  }

  take(one: FormCandidate, isPretest: boolean): void {
    this.items.add(one.itemId);
    for (const enemy of one.enemies) this.barred.add(enemy);
    if (isPretest) this.tried++;
    else this.counts[one.difficulty]++;
    this.lines.push({ ...one, isPretest });
  }
}

function byCode([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
