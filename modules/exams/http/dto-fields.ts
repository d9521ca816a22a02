import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';

/** What an empty field of a form sends counts as left out. */
export const orNothing = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const WORDS = 'Write from 10 to 4,000 characters';

/** Words in somebody's own language that are sealed as soon as they arrive. */
export function SealedWords(): PropertyDecorator {
  return applyDecorators(Transform(trimmed), IsString({ message: WORDS }), Length(10, 4000, { message: WORDS }));
}

/** An id that may be left out. */
export function MaybeId(message: string): PropertyDecorator {
  return applyDecorators(IsOptional(), Transform(orNothing), IsUUID(undefined, { message }));
}

/** A text without blanks around it, from one character to `most`. @param message where there is none, or too much */
export function Trimmed(most: number, message: string, tooLong = message): PropertyDecorator {
  return applyDecorators(Transform(trimmed), IsString({ message }), Length(1, most, { message: tooLong }));
}

/** A whole number from a form or a program, `min` and `max` included. */
export function WholeNumber(min: number, max: number, message: string): PropertyDecorator {
  return applyDecorators(
    Type(() => Number),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** A whole number that may be left out, which is also what an empty field of a form means. */
export function MaybeWholeNumber(min: number, max: number, message: string): PropertyDecorator {
  return applyDecorators(IsOptional(), Transform(sentOrNothing), WholeNumber(min, max, message));
}

/** What was left empty is the number 0 by now: what was sent decides. */
function sentOrNothing({ value, obj, key }: { value: unknown; obj: Record<string, unknown>; key: string }): unknown {
  return obj[key] === '' ? undefined : value;
}
