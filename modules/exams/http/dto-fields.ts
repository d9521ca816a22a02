import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

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
