/**
 * How invented people answer an exam: by an ability of their own and what each question asks of it, drawn by a seed, so that every
 * demonstration has the same figures. Nothing in the product reads this.
 */
export interface ModelQuestion {
  /** How much better those answer who know more; below zero the question misleads them. */
  slope: number;
  /** The ability with which half of the people have it right. */
  difficulty: number;
}

/** What the places of a form are like: most are as they should be, some give a psychometrician something to look at. */
const ODD: Readonly<Record<number, ModelQuestion>> = {
  3: { slope: 1.6, difficulty: -4.5 }, // nearly everybody has it right
  7: { slope: -0.9, difficulty: 0.2 }, // misleads those who know more
  12: { slope: 0.4, difficulty: 0.4 }, // hardly tells anybody apart
};

export function questionAt(place: number): ModelQuestion {
  return ODD[place] ?? { slope: 1.8, difficulty: ((place * 5) % 9) / 3.6 - 1.3 };
}

/** Somebody who answers: as able as the seed has it, and a little less sure toward the end. */
export class ModelPerson {
  private readonly ability: number;

  constructor(private readonly draw: () => number) {
    // Two even draws make one of the normal distribution (Box and Muller).
    this.ability = 0.25 + 1.15 * Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  }

  /** @returns whether they have it right */
  knows({ slope, difficulty }: ModelQuestion): boolean {
    return this.draw() < 1 / (1 + Math.exp(-slope * (this.ability - difficulty)));
  }

  /** One of so many others, the first most often. */
  takes(others: number): number {
    return this.draw() < 0.5 ? 0 : Math.floor(this.draw() * others);
  }

  /** Some of those who know least leave a question open. */
  leavesOpen(): boolean {
    return this.ability < -0.5 && this.draw() < 0.06;
  }
}

/** Even draws from 0 to 1 by a seed (mulberry32). */
export function drawsOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
