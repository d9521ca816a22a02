/** One measured figure beside its target, as `npm run bench` prints it. */
export interface BenchLine {
  name: string;
  part: string;
  figure: number;
  unit: string;
  target: string;
  ok: boolean;
  /** Lowest and highest of the rounds behind a median. */
  spread?: [number, number];
}
