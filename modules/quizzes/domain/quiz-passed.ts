/** A person passed a quiz. Published once per person and quiz, in the transaction that scored the attempt. */
export class QuizPassed {
  readonly attemptId: string;
  readonly personId: string;
  readonly quizCode: string;
  readonly courseCode: string | null;
  /** Whole percent, rounded down. */
  readonly scorePercent: number;
  /** ISO date, in UTC; who keeps dates in a body's zone takes them from `passedAt`. */
  readonly passedOn: string;
  /** ISO instant. */
  readonly passedAt: string;
  /** Percent of the points of each competency that the attempt asked about. */
  readonly competencies: Readonly<Record<string, number>>;

  constructor(passed: QuizPassed) {
    this.attemptId = passed.attemptId;
    this.personId = passed.personId;
    this.quizCode = passed.quizCode;
    this.courseCode = passed.courseCode;
    this.scorePercent = passed.scorePercent;
    this.passedOn = passed.passedOn;
    this.passedAt = passed.passedAt;
    this.competencies = passed.competencies;
  }
}
