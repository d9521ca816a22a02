import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../../../src/platform/http/nested.js';
import {
  DIFFICULTIES,
  ITEM_STATES,
  READING_PURPOSES,
  type Difficulty,
  type ItemState,
  type ReadingPurpose,
} from '../domain/item.js';
import { ITEM_MOVES, type ItemMove } from '../domain/item-state.js';
import { ENEMY_REASONS, type EnemyReason } from '../domain/item-words.js';
import { STUDY_MOVES, type StudyMove } from '../domain/study-state.js';
import { After, BodyId, Code, Maybe, MaybeOneOf, MaybeWholeNumber, Text } from './dto-fields.js';

const list = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : [value].flat());
const KINDS = ['single', 'multiple', 'ordering'] as const;

class HeadDto {
  @Code('Choose an exam domain')
  examDomain: string;

  @Code('Choose a competency')
  competency: string;

  @IsIn(DIFFICULTIES, { message: 'Choose how hard it is meant to be' })
  difficulty: Difficulty;
}

/** The form of a new item; what it asks is in fields of its own (`item-form.ts`). */
export class NewItemFormDto extends HeadDto {
  @BodyId()
  bodyId: string;
}

export class RevisionFormDto extends HeadDto {
  /** The version that the author saw. */
  @IsUUID(undefined, { message: 'Open the item again' })
  basedOn: string;
}

class OptionDto {
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, { message: 'A key is letters and digits' })
  key: string;

  @Text(2000, 'Write the option')
  text: string;

  @Text(4000, 'Say why this option is right, or is not')
  rationale: string;

  /** For kind single and multiple. */
  @IsOptional()
  @IsBoolean({ message: 'Say true or false' })
  correct?: boolean;

  /** For kind ordering: its place, counted from 1. */
  @IsOptional()
  @IsInt({ message: 'Give a whole number' })
  position?: number;
}

export class ContentDto {
  @IsIn(KINDS, { message: 'Choose how it is answered: single, multiple or ordering' })
  kind: (typeof KINDS)[number];

  @Text(4000, 'Write the question')
  stem: string;

  @IsOptional()
  @Text(8000, 'Write the scenario')
  scenario?: string;

  @NestedList(OptionDto, {
    message: 'Give the options',
    min: { count: 2, message: 'Give two options or more' },
    max: { count: 10, message: 'Give at most ten options' },
  })
  options: OptionDto[];

  @IsOptional()
  @IsArray({ message: 'Give a list of references' })
  @ArrayMaxSize(20, { message: 'Give at most 20 references' })
  @IsString({ each: true, message: 'A reference is a text' })
  references?: string[];
}

export class NewItemDto extends NewItemFormDto {
  @Nested(ContentDto, 'Give the content of the item')
  content: ContentDto;
}

export class RevisionDto extends RevisionFormDto {
  @Nested(ContentDto, 'Give the content of the item')
  content: ContentDto;
}

export class ItemMoveDto {
  @IsUUID(undefined, { message: 'Open the item again' })
  versionId: string;

  @IsIn(ITEM_MOVES, { message: 'Choose a step' })
  move: ItemMove;

  /** To the author, when it is returned; sealed with the item. */
  @IsOptional()
  @Text(4000, 'Write what the author should look at')
  sealedNote?: string;
}

export class EnemyDto {
  /** The other item's. */
  @Type(() => Number)
  @IsInt({ message: 'Enter the number of another item of this bank' })
  @Min(1, { message: 'Enter the number of another item of this bank' })
  number: number;

  @IsIn(ENEMY_REASONS, { message: 'Choose why' })
  reason: EnemyReason;
}

export class HandInDto {
  @BodyId()
  bodyId: string;
}

export class ImportDto {
  @BodyId()
  bodyId: string;

  /** The file; in JSON `{ fileName, contentBase64 }`. */
  @IsObject({ message: 'Choose a CSV or YAML file' })
  file: object;
}

export class ItemListDto {
  @Maybe(IsUUID(undefined, { message: 'Choose a certifying body' }))
  body?: string;

  @MaybeOneOf(ITEM_STATES, 'Choose a state')
  state?: ItemState;

  @Maybe(IsString({ message: 'Choose an exam domain' }))
  domain?: string;

  @Maybe(IsString({ message: 'Choose a competency' }))
  competency?: string;

  @MaybeOneOf(DIFFICULTIES, 'Choose a difficulty')
  difficulty?: Difficulty;

  @MaybeOneOf(KINDS, 'Choose a kind')
  kind?: (typeof KINDS)[number];

  /** `mine`: what one wrote; `waiting`: what waits for one's review. */
  @MaybeOneOf(['mine', 'waiting'], 'Choose which items')
  show?: 'mine' | 'waiting';

  @After()
  after?: string;
}

export class ReadingsDto {
  @Maybe(IsUUID(undefined, { message: 'Choose a certifying body' }))
  body?: string;

  /** By its number. */
  @MaybeWholeNumber('Enter the number of an item')
  item?: number;

  @Maybe(IsUUID(undefined, { message: 'Choose a person' }))
  reader?: string;

  @MaybeOneOf(READING_PURPOSES, 'Choose a purpose')
  purpose?: ReadingPurpose;

  @After()
  after?: string;
}

export class StudyDto {
  @BodyId()
  bodyId: string;

  @IsString({ message: 'Give the study a name' })
  @Matches(/\S/, { message: 'Give the study a name' })
  @MaxLength(200, { message: 'Use at most 200 characters' })
  title: string;

  @Type(() => Number)
  @IsIn([1, 2], { message: 'Choose one round or two' })
  rounds: 1 | 2;

  /** Ids of versions, in the order in which they are judged. */
  @Transform(list)
  @IsArray({ message: 'Choose the items that are judged' })
  @ArrayMinSize(1, { message: 'Choose the items that are judged' })
  @ArrayMaxSize(500, { message: 'Choose at most 500 items' })
  @IsUUID(undefined, { each: true, message: 'Choose items of the list' })
  versionIds: string[];
}

export class StudyMoveDto {
  @IsIn(STUDY_MOVES, { message: 'Choose a step' })
  move: StudyMove;
}

export class JudgeDto {
  /** The person's id. */
  @IsUUID(undefined, { message: 'Choose a judge' })
  judgeId: string;
}

class EstimateDto {
  @IsUUID(undefined, { message: 'Name the version' })
  versionId: string;

  /** Of 100 people who are just able enough, how many have it right. */
  @IsInt({ message: 'Enter a whole number from 0 to 100' })
  @Min(0, { message: 'Enter a whole number from 0 to 100' })
  @Max(100, { message: 'Enter a whole number from 0 to 100' })
  percent: number;
}

export class EstimatesDto {
  @NestedList(EstimateDto, {
    message: 'Give the estimates',
    min: { count: 1, message: 'Give at least one estimate' },
    max: { count: 500, message: 'Give at most 500 estimates' },
  })
  estimates: EstimateDto[];
}
