import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const orNothing = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

/** May be left out, which is also what an empty field of a form means; where it is there, `rules` hold. */
export function Maybe(...rules: PropertyDecorator[]): PropertyDecorator {
  return applyDecorators(IsOptional(), Transform(orNothing), ...rules);
}

export function BodyId(): PropertyDecorator {
  return IsUUID(undefined, { message: 'Choose the certifying body' });
}

/** A text of at most `most` characters. @param message where there is none */
export function Text(most: number, message: string): PropertyDecorator {
  const tooLong = `Write at most ${most.toLocaleString('en')} characters`;
  return applyDecorators(IsString({ message }), MaxLength(most, { message: tooLong }));
}

/** A code of what the body's competencies and domains are called, chosen from a list. */
export function Code(message: string): PropertyDecorator {
  return applyDecorators(IsString({ message }), MaxLength(60, { message }));
}

/** A filter: one of `values`, or nothing. */
export function MaybeOneOf(values: readonly string[], message: string): PropertyDecorator {
  return Maybe(IsIn(values, { message }));
}

/** Where a list goes on. */
export function After(): PropertyDecorator {
  return applyDecorators(IsOptional(), IsString({ message: 'Begin at the front again' }));
}

/** A whole number that may be left out, which is also what an empty field of a form means. */
export function MaybeWholeNumber(message: string): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Type(() => Number),
    // What was left empty is the number 0 by now: what was sent decides.
    Transform(({ value, obj, key }: { value: unknown; obj: Record<string, unknown>; key: string }) =>
      obj[key] === '' ? undefined : value,
    ),
    IsInt({ message }),
  );
}
