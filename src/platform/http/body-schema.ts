import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

export type DtoClass = new () => object;
type Schema = ReturnType<typeof targetConstructorToSchema>;

/** The JSON Schema of what a body may hold, from the rules that check it, so that document and behavior cannot part. */
export function schemaOf(dto: DtoClass): Schema {
  return targetConstructorToSchema(dto, {
    additionalConverters: {
      // What is nested is written out where it stands, by the decorators of nested.ts.
      [ValidationTypes.NESTED_VALIDATION]: {},
      isPlainDate: { type: 'string', format: 'date' },
    },
  });
}
