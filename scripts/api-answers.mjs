// Describes what the API answers, from the types of what its controllers give back (docs/decisions/0004), in src/api-answers.json.
// Run it when an answer changed: node scripts/api-answers.mjs. With --check it writes nothing and tells whether the file is true.
import fs from 'node:fs';
import ts from 'typescript';
import prettier from 'prettier';
import { JsonShapes, saidOf } from './lib/json-shapes.mjs';

/** Answers of the platform itself, which no controller gives back. */
const BESIDES = [['src/platform/http/problem.ts', 'ProblemDocument']];
const FILE = 'src/api-answers.json';
const METHODS = ['Get', 'Post', 'Put', 'Patch', 'Delete'];
/** What the platform turns into a page (src/platform/http/responses.ts). */
const PAGES = ['ViewResponse', 'RedirectResponse'];

const { config } = ts.readConfigFile('tsconfig.build.json', ts.sys.readFile);
const parsed = ts.parseJsonConfigFileContent({ ...config, extends: './tsconfig.json' }, ts.sys, process.cwd());
const program = ts.createProgram(parsed.fileNames, { ...parsed.options, noEmit: true, incremental: false });
const checker = program.getTypeChecker();
const shapes = new JsonShapes(checker);

const answers = {};
for (const file of program.getSourceFiles()) {
  if (!file.fileName.includes('/http/') && !file.text.includes('@Controller(')) continue;
  if (file.fileName.includes('/node_modules/')) continue;
  forEachClass(file, (controller) => {
    const prefix = decoratorOf(controller, ['Controller']);
    if (prefix) for (const member of controller.members) describe(member, textsOf(prefix.call.arguments[0]));
  });
}
for (const [file, name] of BESIDES) {
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
  const found = exported.find((one) => one.name === name);
  shapes.of(checker.getDeclaredTypeOfSymbol(found), [name]);
}
const sorted = Object.fromEntries(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const schemas = shapes.named('#/components/schemas/');
const text = await prettier.format(JSON.stringify({ answers: sorted, schemas }), {
  ...(await prettier.resolveConfig(FILE)),
  parser: 'json',
});

if (!process.argv.includes('--check')) fs.writeFileSync(FILE, text);
else if (fs.readFileSync(FILE, 'utf8') !== text) {
  console.log(`${FILE} does not tell what the API answers now. Run: node scripts/api-answers.mjs`);
  process.exitCode = 1;
}

function forEachClass(node, visit) {
  if (ts.isClassDeclaration(node)) visit(node);
  ts.forEachChild(node, (child) => forEachClass(child, visit));
}

/** Adds the routes of one method of a controller, where they are of the API. */
function describe(member, prefixes) {
  const route = ts.isMethodDeclaration(member) && decoratorOf(member, METHODS);
  if (!route) return;
  const paths = textsOf(route.call.arguments[0]);
  const addresses = prefixes.flatMap((prefix) => paths.map((one) => join(prefix, one)));
  const ofApi = addresses.filter((one) => one.startsWith('/api/') || one.startsWith('/v/'));
  if (ofApi.length === 0) return;
  const answer = answerOf(member, ofApi[0]);
  for (const one of ofApi) answers[`${route.name.toUpperCase()} ${one}`] = answer;
}

/** `json`: its schema; `files`: media types. Neither where nothing is answered. */
function answerOf(method, address) {
  const given = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method));
  const type = checker.getAwaitedType(given) ?? given;
  const kinds = type.isUnion() ? type.types : [type];
  const files = kinds.filter((one) => one.symbol?.name === 'FileResponse').map(mediaTypeOf);
  const isJson = (one) => !['FileResponse', ...PAGES].includes(one.symbol?.name);
  const json = kinds.every(isJson) ? shapes.of(type, [address]) : shapes.ofAny(kinds.filter(isJson), [address]);
  const says = saidOf(method.symbol, checker) || saidOf(method.parent.symbol, checker);
  return { ...(says && { says }), ...(json && { json }), ...(files.length > 0 && { files }) };
}

function mediaTypeOf(response) {
  return checker.getTypeOfSymbol(response.getProperty('type')).value ?? 'application/octet-stream';
}

function decoratorOf(node, names) {
  for (const { expression: call } of ts.getDecorators(node) ?? []) {
    const name = ts.isCallExpression(call) ? call.expression.getText() : '';
    if (names.includes(name)) return { name, call };
  }
  return undefined;
}

/** Every text that an expression may be: written out, a constant, or a template of such. */
function textsOf(expression) {
  if (!expression) return [''];
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap(textsOf);
  if (ts.isTemplateExpression(expression)) {
    return expression.templateSpans.reduce(
      (begun, { expression: inner, literal }) =>
        begun.flatMap((start) => textsOf(inner).map((one) => start + one + literal.text)),
      [expression.head.text],
    );
  }
  const type = checker.getTypeAtLocation(expression);
  const kinds = type.isUnion() ? type.types : [type];
  if (kinds.every((one) => one.isStringLiteral())) return kinds.map(({ value }) => value);
  throw new Error(
    `The address of a route must be readable: ${expression.getText()} in ${expression.getSourceFile().fileName}`,
  );
}

function join(...parts) {
  const trimmed = parts.map((part) => part.replaceAll(/^\/+|\/+$/g, '')).filter((part) => part !== '');
  return `/${trimmed.join('/').replaceAll(/:(\w+)/g, '{$1}')}`;
}
