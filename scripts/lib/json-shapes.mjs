// What JSON a TypeScript type becomes when it is sent, as JSON Schema: the one source of how the API describes its answers.
import path from 'node:path';
import ts from 'typescript';

/** Members of classes of dates and times are no concern of a reader: they are sent as text. */
const SENT_AS_TEXT = {
  PlainDate: { type: 'string', format: 'date' },
  Instant: { type: 'string', format: 'date-time' },
  Date: { type: 'string', format: 'date-time' },
};

/** What a text holds, by how the product names such things; answers of the tests are held to it. `checkedAt` is a place on the way. */
const FORMATS = [
  [/On$/, 'date'],
  [/^(?!checkedAt$).*At$|^asOf$/, 'date-time'],
];

const NULL = { type: 'null' };
const TOO_DEEP = 40;

export class JsonShapes {
  /** By the type that it is of: `{ name, symbol, schema }`. A reference is such an entry under `$ref` until {@link named}. */
  #components = new Map();

  constructor(checker) {
    this.checker = checker;
  }

  /**
   * @param way where it stands, for the words when it cannot be sent
   * @returns the schema, or undefined for what leaves no trace in JSON (undefined, functions)
   */
  of(type, way) {
    if (way.length > TOO_DEEP) throw unsendable(way, 'it holds itself without a name');
    const name = this.#nameOf(type);
    if (!name) return this.#shape(type, way);
    let component = this.#components.get(type);
    if (!component) {
      const symbol = type.aliasSymbol ?? type.symbol;
      component = { name, symbol };
      this.#components.set(type, component);
      const says = saidOf(symbol, this.checker);
      component.schema = { ...(says && { description: says }), ...this.#shape(type, [name]) };
    }
    return { $ref: component };
  }

  /** One shape for what may be any of several types. */
  ofAny(types, way) {
    return oneOf(types.map((one) => this.of(one, way)).filter((schema) => schema !== undefined));
  }

  /** The named schemas by name, sorted; every reference to them is an address from now on. */
  named(address) {
    const components = [...this.#components.values()];
    const count = new Map();
    for (const { name } of components) count.set(name, (count.get(name) ?? 0) + 1);
    for (const one of components) {
      if (count.get(one.name) > 1) one.name = moduleOf(one.symbol) + one.name;
      one.toJSON = () => `${address}${one.name}`;
    }
    const sorted = components.toSorted((a, b) => byText(a.name, b.name));
    const twice = sorted.find((one, at) => one.name === sorted[at + 1]?.name);
    if (twice) throw new Error(`Two types of answers are called ${twice.name} in one module: rename one.`);
    return Object.fromEntries(sorted.map(({ name, schema }) => [name, schema]));
  }

  /** The name of a type that our own files name: `Clause`, `PageOfInvoice` for a generic one; none where a part has no name. */
  #nameOf(type) {
    const { checker } = this;
    const symbol = type.aliasSymbol ?? type.symbol;
    const isNamed = type.aliasSymbol || symbol?.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class);
    if (!isNamed || !isOurs(symbol)) return undefined;
    const given = type.aliasSymbol ? (type.aliasTypeArguments ?? []) : ownArguments(checker, type);
    if (given.length === 0) return symbol.name;
    const defaults = parametersOf(symbol).map((one) => one.default && checker.getTypeFromTypeNode(one.default));
    if (given.every((one, at) => one === defaults[at])) return symbol.name;
    const names = given.map((one) => one.intrinsicName ?? this.#nameOf(one));
    if (names.includes(undefined)) return undefined;
    return `${symbol.name}Of${names.map((one) => one[0].toUpperCase() + one.slice(1)).join('And')}`;
  }

  #shape(type, way) {
    const { flags } = type;
    if (flags & ts.TypeFlags.Any) throw unsendable(way, 'the compiler does not know what it is'); // a fault in the code, or `any`
    if (flags & ts.TypeFlags.Unknown) return {};
    if (flags & (ts.TypeFlags.VoidLike | ts.TypeFlags.Never)) return undefined;
    if (flags & ts.TypeFlags.Null) return NULL;
    if (flags & ts.TypeFlags.StringLiteral) return { type: 'string', const: type.value };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLiteral) return { type: 'number', const: type.value };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', const: type.intrinsicName === 'true' };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (flags & ts.TypeFlags.NonPrimitive) return { type: 'object' };
    if (type.isUnion()) return this.#union(type, way);
    if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.StringLike))
      return { type: 'string' };
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type, way);
    const held = this.checker.getBaseConstraintOfType(type);
    if (held && held !== type) return this.of(held, way);
    throw unsendable(way, this.checker.typeToString(type));
  }

  #union(type, way) {
    const rest = this.checker.getNonNullableType(type);
    const isNullable = type.types.some(({ flags }) => flags & ts.TypeFlags.Null);
    if (rest.flags & ts.TypeFlags.Never) return isNullable ? NULL : undefined;
    if (rest !== type) {
      const schema = this.of(rest, way);
      return isNullable && schema ? orNull(schema) : schema;
    }
    return this.ofAny(type.types, way);
  }

  #object(type, way) {
    if (type.symbol?.name in SENT_AS_TEXT) return SENT_AS_TEXT[type.symbol.name];
    const { checker } = this;
    if (checker.isTupleType(type)) return listOf(this.ofAny(checker.getTypeArguments(type), way));
    if (checker.isArrayType(type)) return listOf(this.of(checker.getTypeArguments(type)[0], [...way, '[]']));
    const toJson = type.getProperty('toJSON');
    if (toJson) return this.of(checker.getTypeOfSymbol(toJson).getCallSignatures()[0].getReturnType(), way);
    const properties = checker.getPropertiesOfType(type).filter(isSent);
    const isCollection =
      !isOurs(type.symbol) && properties.length === 0 && checker.getPropertiesOfType(type).length > 0;
    if (isCollection) throw unsendable(way, checker.typeToString(type)); // a Map, say, is sent as {}
    if (type.getCallSignatures().length > 0 && properties.length === 0) return undefined;
    return this.#withProperties(type, properties, way);
  }

  #withProperties(type, properties, way) {
    const schema = { type: 'object', properties: {} };
    const required = [];
    for (const property of properties) {
      const sent = this.checker.getTypeOfSymbol(property);
      const shape = this.of(sent, [...way, property.name]);
      if (!shape) continue;
      const says = saidOf(property, this.checker);
      schema.properties[property.name] = { ...(says && { description: says }), ...formatted(shape, property.name) };
      if (!(property.flags & ts.SymbolFlags.Optional) && !mayBeAbsent(sent)) required.push(property.name);
    }
    if (required.length > 0) schema.required = required;
    const [index] = this.checker.getIndexInfosOfType(type);
    if (index) schema.additionalProperties = this.of(index.type, [...way, '*']) ?? {};
    if (properties.length === 0) delete schema.properties;
    return schema;
  }
}

/** What is written above it in the source, on one line. */
export function saidOf(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' ').trim();
}

const ownArguments = (checker, type) =>
  checker.getTypeArguments(type).slice(0, type.target?.typeParameters?.length ?? 0);

const parametersOf = ({ declarations }) => declarations?.find((one) => one.typeParameters)?.typeParameters ?? [];

function unsendable(way, what) {
  return new Error(`${way.join('.')}: this cannot be told in JSON: ${what}`);
}

const isOurs = (symbol) =>
  Boolean(symbol?.declarations?.some((one) => !/node_modules/.test(one.getSourceFile().fileName)));

/** Methods and what a class computes are not sent. */
function isSent({ flags, name, declarations }) {
  if (flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Accessor) || name.startsWith('__@')) return false;
  return !declarations?.some((one) => ts.isPropertyDeclaration(one) && ts.isPrivateIdentifier(one.name));
}

const mayBeAbsent = (type) =>
  Boolean(type.flags & ts.TypeFlags.Undefined) ||
  (type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined));

function moduleOf(symbol) {
  const parts = path.relative(process.cwd(), symbol.declarations[0].getSourceFile().fileName).split(path.sep);
  return parts[1].replaceAll(/(?:^|-)(\w)/g, (_, first) => first.toUpperCase());
}

const listOf = (items) => ({ type: 'array', items: items ?? NULL });

function orNull(schema) {
  if (schema.anyOf) return { anyOf: [...schema.anyOf, NULL] };
  if (schema.enum) return { ...schema, type: [schema.type, 'null'], enum: [...schema.enum, null] };
  if (typeof schema.type === 'string' && !('const' in schema)) return { ...schema, type: [schema.type, 'null'] };
  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, NULL] };
}

const byText = (a, b) => (String(a) < String(b) ? -1 : 1);

/** Of several shapes: literals become one list of choices. Sorted, since a compiler promises no order. */
function oneOf(shapes) {
  const rest = shapes.filter((one) => !('const' in one));
  const kinds = new Set(shapes.filter((one) => 'const' in one).map(({ type }) => type));
  const choices = [...kinds].toSorted(byText).map((type) => {
    const values = shapes.filter((one) => one.type === type && 'const' in one).map((one) => one.const);
    if (type === 'boolean' && values.length === 2) return { type };
    return values.length === 1 ? { type, const: values[0] } : { type, enum: values.toSorted(byText) };
  });
  const all = new Map([...choices, ...rest].map((one) => [keyOf(one), one]));
  const sorted = [...all].toSorted(([a], [b]) => byText(a, b)).map(([, one]) => one);
  return sorted.length === 1 ? sorted[0] : sorted.length === 0 ? undefined : { anyOf: sorted };
}

const keyOf = (schema) =>
  JSON.stringify(schema, (name, value) => (name === '$ref' && value.symbol ? value.symbol.name : value));

function formatted(schema, name) {
  const format = FORMATS.find(([pattern]) => pattern.test(name))?.[1];
  const isText = schema.type === 'string' || (Array.isArray(schema.type) && schema.type[0] === 'string');
  return format && isText && !schema.enum && !('const' in schema) && !schema.format ? { ...schema, format } : schema;
}
