/** As much of JSON Schema as the document of the API uses for bodies. */
export interface BodySchema {
  type?: string;
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  items?: BodySchema;
  properties?: Record<string, BodySchema>;
}

export interface Variant {
  /** What was done to which field. */
  what: string;
  body: unknown;
}

/** Texts that one or another pattern of a body holds for. */
const TEXTS = ['a text', '09:30', '123456', 'icrc-pr', 'a_code', 'a1b2', '1', '2028-01', 'GS-7K3M-9QWX-4T2P-6', '0'.repeat(64), 'https://goodstanding.example/a', '+15125550100', 'a@b.example']; // prettier-ignore
const FORMATS: Record<string, string> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2028-01-15',
  'date-time': '2028-01-15T15:00:00Z',
  email: 'somebody@goodstanding.example',
};

/** A body that a schema allows, with every field that it describes. */
export function sampleOf(schema: BodySchema): unknown {
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, sampleOf(one)]));
    case 'array':
      return Array.from(
        { length: Math.max(1, schema.minItems ?? 0) },
        (_, place) => schema.items?.enum?.[place] ?? sampleOf(schema.items ?? {}),
      );
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return textOf(schema);
  }
}

function textOf({ format, pattern, minLength = 1 }: BodySchema): string {
  if (format && FORMATS[format]) return FORMATS[format];
  const fits = new RegExp(pattern ?? '', 'u');
  return (TEXTS.find((text) => fits.test(text) && text.length >= minLength) ?? TEXTS[0] ?? '').padEnd(minLength, 'x');
}

/** A sample with each field in turn, also those of what is nested, left out, null, and of another type. */
export function* variantsOf(schema: BodySchema, whole = sampleOf(schema)): Generator<Variant> {
  for (const [way, one] of fieldsOf(schema)) {
    const name = way.join('.');
    yield { what: `without ${name}`, body: changed(whole, way, undefined) };
    yield { what: `${name} null`, body: changed(whole, way, null) };
    yield { what: `${name} of another type`, body: changed(whole, way, otherThan(one)) };
  }
}

function* fieldsOf(
  { properties, items }: BodySchema,
  way: string[] = [],
): Generator<[way: string[], schema: BodySchema]> {
  if (items) {
    yield [[...way, '0'], items];
    yield* fieldsOf(items, [...way, '0']);
  }
  for (const [name, one] of Object.entries(properties ?? {})) {
    yield [[...way, name], one];
    yield* fieldsOf(one, [...way, name]);
  }
}

function otherThan({ type }: BodySchema): unknown {
  if (type === 'array' || type === 'object') return 'a text';
  return type === 'string' || type === undefined ? { of: 'another type' } : ['many'];
}

function changed(whole: unknown, way: readonly string[], value: unknown): unknown {
  const copy = structuredClone(whole) as Record<string, unknown>;
  const last = way.at(-1) ?? '';
  const holder = way.slice(0, -1).reduce((inner, name) => inner[name] as Record<string, unknown>, copy);
  if (value === undefined && Array.isArray(holder)) holder.length = 0;
  else if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}
