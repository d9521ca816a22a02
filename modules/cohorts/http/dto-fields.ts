import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const emptyIsAbsent = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

/** A text that has to be there. @param missing where it is not; of several notes the one of the length is told first */
export function Written(missing: string): PropertyDecorator {
  return applyDecorators(IsNotEmpty({ message: missing }), IsString({ message: missing }));
}

/** The same, of at most `most` characters. */
export function WrittenUpTo(most: number, missing: string, tooLong: string): PropertyDecorator {
  return applyDecorators(MaxLength(most, { message: tooLong }), Written(missing));
}

/** An id that may be left out, which is also what an empty field of a form means. */
export function MaybeId(message: string): PropertyDecorator {
  return applyDecorators(IsUUID(undefined, { message }), Transform(emptyIsAbsent), IsOptional());
}
