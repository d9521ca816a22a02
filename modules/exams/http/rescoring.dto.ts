import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { notUpheldReasons, type NotUpheldReason } from '../domain/rescoring/remarks.js';
import { MOST_KEYS, rulings, type RulingKind } from '../domain/rescoring/ruling.js';
import { MaybeId, orNothing, SealedWords, WholeNumber } from './dto-fields.js';

/** Whole answers as a list, or typed one on a line; the letters of each with one space between. */
const wholeAnswers = ({ value }: { value: unknown }): unknown => {
  if (value === undefined || value === '') return undefined;
  const answers: unknown = typeof value === 'string' ? value.split('\n') : value;
  if (!Array.isArray(answers)) return value;
  return answers.map(spaced).filter((answer) => answer !== '');
};
const spaced = (answer: unknown): unknown =>
  typeof answer === 'string' ? answer.replace(/[\s,;]+/g, ' ').trim() : answer;

/** A challenge of one question of an own sitting, in one's own words; sealed as soon as it arrives. */
export class ChallengeDto {
  /** The number that the question had in the exam. */
  @WholeNumber(1, 1000, 'Enter the number that the question had')
  place: number;

  @SealedWords()
  sealedChallenge: string;
}

/** Something about the exam as a whole; sealed. */
export class CommentDto {
  @SealedWords()
  sealedComment: string;
}

/** An answer while a decision about one's pass is open; sealed. */
export class PassAnswerDto {
  @SealedWords()
  sealedAnswer: string;
}

class RulingDto {
  @IsOptional()
  @Transform(orNothing)
  @IsIn(Object.keys(rulings), { message: 'Choose what is ruled' })
  ruling?: RulingKind;

  /** What is right from now on, one whole answer each: the keys of its options, with a space between; of an item that is put in order all in the right order. */
  @IsOptional()
  @Transform(wholeAnswers)
  @IsArray({ message: 'Choose from the options' })
  @ArrayMaxSize(MOST_KEYS, { message: `Name at most ${MOST_KEYS} whole answers` })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}( [A-Za-z0-9][A-Za-z0-9._-]{0,79}){0,9}$/, {
    each: true,
    message: 'Choose from the options',
  })
  sealedKeys?: string[];

  /** For colleagues; sealed. */
  @SealedWords()
  sealedReasons: string;
}

/** What is decided of a challenge. */
export class ChallengeDecisionDto extends RulingDto {
  @IsIn(['upheld', 'not_upheld'], { message: 'Choose whether it is upheld' })
  outcome: 'upheld' | 'not_upheld';

  /** Told to the person, where it is not upheld. */
  @IsOptional()
  @Transform(orNothing)
  @IsIn(Object.keys(notUpheldReasons), { message: 'Choose the reason' })
  reason?: NotUpheldReason;
}

/** A rescore: of an upheld challenge what was decided of it; of an item a ruling of its own. */
export class NewRescoreDto extends RulingDto {
  @MaybeId('Name the item by the id of its version')
  versionId?: string;

  @MaybeId('Name the challenge by its id')
  remarkId?: string;

  /** Left out: every form that holds the item. */
  @MaybeId('Choose the form')
  formId?: string;
}

/** Proposes that one person's pass is looked at. */
export class PassDecisionDto {
  @IsUUID(undefined, { message: 'Name the sitting by its id' })
  sittingId: string;

  @SealedWords()
  sealedReasons: string;
}

export class PassOutcomeDto {
  @IsIn(['withdrawn', 'kept'], { message: 'Choose whether the pass stays' })
  outcome: 'withdrawn' | 'kept';
}
