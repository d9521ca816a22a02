import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { schemaOf, type DtoClass } from './body-schema.js';

/**
 * An object inside a body, checked by its own class. `@ValidateNested()` alone lets a body pass that leaves the object out;
 * where it may be left out, write `@IsOptional()` beside this.
 * @param message what to send, in words for the person
 */
export function Nested(dto: DtoClass, message: string): PropertyDecorator {
  return applyDecorators(
    IsObject({ message }),
    ValidateNested({ message }),
    Type(() => dto),
    JSONSchema(() => schemaOf(dto)),
  );
}

export interface NestedListLimits {
  /** What to send, in words for the person. */
  message: string;
  min?: { count: number; message: string };
  max?: { count: number; message: string };
}

/** A list of objects inside a body, each checked by its own class; in a form it comes as JSON text. */
export function NestedList(dto: DtoClass, { message, min, max }: NestedListLimits): PropertyDecorator {
  return applyDecorators(
    IsArray({ message }),
    ...(min ? [ArrayMinSize(min.count, { message: min.message })] : []),
    ...(max ? [ArrayMaxSize(max.count, { message: max.message })] : []),
    IsObject({ each: true, message }),
    ValidateNested({ each: true, message }),
    Type(() => dto),
    Transform(({ value }: { value: unknown }) => listIn(dto, value)),
    JSONSchema((schema) => ({ ...schema, items: schemaOf(dto) })),
  );
}

function listIn(dto: DtoClass, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return plainToInstance(dto, JSON.parse(value) as unknown[]);
  } catch {
    return value;
  }
}
