import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';

/** What was answered, in time or after the end. `chosen` for single and multiple, `places` for ordering. */
export class GivenAnswerDto {
  /** Keys of the chosen options; an empty list takes the answer back. */
  @IsOptional()
  @IsArray({ message: 'The chosen options are a list of their keys.' })
  @IsString({ each: true, message: 'The chosen options are a list of their keys.' })
  chosen?: string[];

  /** For each option placed so far its place, counted from 1. */
  @IsOptional()
  @IsObject({ message: 'Places are given by the key of each option.' })
  places?: Record<string, number>;

  /** Whether to look at it again. */
  @IsOptional()
  @IsBoolean({ message: 'Whether to look at it again is true or false.' })
  flagged?: boolean;
}

/** A list of answers; a page's script sends it as one field of its form. */
export function AnswerList<T extends GivenAnswerDto>(answer: new () => T): PropertyDecorator {
  const listIn = ({ value }: { value: unknown }): unknown => {
    if (typeof value !== 'string') return value;
    try {
      return plainToInstance(answer, JSON.parse(value) as unknown[]);
    } catch {
      return value;
    }
  };
  return applyDecorators(
    IsArray({ message: 'Answers are a list.' }),
    ArrayMinSize(1, { message: 'Send at least one answer.' }),
    ArrayMaxSize(500, { message: 'Send at most 500 answers at once.' }),
    ValidateNested({ each: true }),
    Type(() => answer),
    Transform(listIn),
  );
}
