import { Temporal } from 'temporal-polyfill';
import { sameName } from '../../../../src/kernel/same-name.js';
import type { ExamScale } from '../../../schemes/schemes.public.js';
import type { ExamReport } from '../exam-report.js';
import type { AuthorisationState } from './authorisation.js';
import type { ReportLine } from './report-line.js';
import { waitBrokenBy, type Sitting } from './waiting.js';

/** Everything that is known about whom a line concerns. */
export interface ReportGround {
  readonly authorisation: {
    readonly state: AuthorisationState;
    readonly validFrom: Temporal.PlainDate;
    readonly validTo: Temporal.PlainDate;
    readonly centre: string;
  };
  readonly isCandidate: boolean;
  readonly legalName: string;
  readonly scale: ExamScale;
  readonly isPassFail: boolean;
  /** ISO 8601 duration between sittings. */
  readonly wait: string | null;
  /** Reported sittings of this application, this one left out; while a list is checked, those of its lines before this one, too. */
  readonly sittings: readonly Sitting[];
  /** In the body's zone. */
  readonly today: Temporal.PlainDate;
  /** How a day is written in the message to the registrar. */
  readonly inWords: (day: Temporal.PlainDate) => string;
}

/** What is recorded under the centre's number of the report already. */
export interface RecordedReport {
  readonly sameApplication: boolean;
  readonly satOn: Temporal.PlainDate;
  readonly score: number;
}

export type LineOutcome = 'good' | 'not_counted' | 'same' | 'problem' | 'recorded';

export interface Judgement {
  readonly outcome: Exclude<LineOutcome, 'recorded'>;
  /** In words, for the registrar; null where there is nothing to tell. */
  readonly message: string | null;
  readonly report: ExamReport | null;
}

/** What becomes of one line. */
export function judgeReport(line: ReportLine, ground: ReportGround | null, recorded: RecordedReport | null): Judgement {
  if (!ground)
    return problem('No authorization of yours has this number. Ask the center for the number they were given.');
  const { authorisation, scale, isPassFail, today, inWords } = ground;
  if (!sameName(line.name, ground.legalName)) {
    return problem(
      'The name differs from that of the candidate with this authorization. Ask the center whom they tested.',
    );
  }
  const score = scoreOn(scale, isPassFail, line.score);
  if (score === null) return problem(scaleWords(scale, isPassFail));
  if (recorded) return alreadyRecorded(recorded, { satOn: line.satOn, score });
  if (authorisation.state === 'withdrawn') return problem('This authorization was withdrawn.');
  if (isBefore(today, line.satOn)) return problem('The day of the exam is still to come.');
  if (isBefore(line.satOn, authorisation.validFrom) || isBefore(authorisation.validTo, line.satOn)) {
    const { validFrom, validTo } = authorisation;
    return problem(
      `The day is outside the authorization, which holds from ${inWords(validFrom)} to ${inWords(validTo)}.`,
    );
  }
  if (!ground.isCandidate) return problem('This application is not open for exam results any more.');
  const { satOn, domains, reference } = line;
  const report = { satOn, score, domains, reference, centre: line.centre || authorisation.centre };
  const opens = waitBrokenBy(satOn, ground.sittings, ground.wait);
  if (!opens) return { outcome: 'good', message: null, report };
  const message = `Taken within the waiting period: it is recorded and does not count. An attempt counts from ${inWords(opens)} on.`;
  return { outcome: 'not_counted', message, report };
}

function problem(message: string): Judgement {
  return { outcome: 'problem', message, report: null };
}

function alreadyRecorded(
  { sameApplication, satOn, score }: RecordedReport,
  told: { satOn: Temporal.PlainDate; score: number },
): Judgement {
  if (sameApplication && satOn.equals(told.satOn) && score === told.score) {
    return { outcome: 'same', message: 'This report is recorded already.', report: null };
  }
  return problem(
    'A report of this number is recorded already and says something else. Ask the center; a correction is recorded at the application.',
  );
}

/** The sitting that a line tells of, on the scale of its exam; null when it is off the scale. */
export function sittingOf(
  line: ReportLine,
  { scale, isPassFail }: Pick<ReportGround, 'scale' | 'isPassFail'>,
): Sitting | null {
  const score = scoreOn(scale, isPassFail, line.score);
  return score === null ? null : { satOn: line.satOn, passed: score >= scale.pass };
}

/** The score as the scheme counts it; null when it is off the scale, or of another kind. */
function scoreOn({ min, max, pass }: ExamScale, isPassFail: boolean, told: ReportLine['score']): number | null {
  if (isPassFail) return told === 'passed' ? pass : told === 'not_passed' ? min : null;
  return typeof told === 'number' && told >= min && told <= max ? told : null;
}

function scaleWords({ min, max }: ExamScale, isPassFail: boolean): string {
  if (isPassFail) return 'This exam tells a result, passed or not passed, and no figure.';
  return `The score is not on the scale of this exam, a whole number from ${min} to ${max}.`;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
