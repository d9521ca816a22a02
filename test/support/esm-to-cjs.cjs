// jest transform for JavaScript: compiles a file to CommonJS where Node would read it as an ES module (its name ends in
// .mjs, or the nearest package.json says "type": "module") and where a CommonJS file calls import(), which jest refuses;
// everything else goes through untouched.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const compiler = require('@swc/jest').createTransformer({
  swcrc: false,
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
});

const moduleFolders = new Map(); // folder → whether its .js files are ES modules

function isModuleFolder(folder) {
  const known = moduleFolders.get(folder);
  if (known !== undefined) return known;
  const parent = dirname(folder);
  const packageFile = join(folder, 'package.json');
  let answer = false;
  if (existsSync(packageFile)) answer = JSON.parse(readFileSync(packageFile, 'utf8')).type === 'module';
  else if (parent !== folder) answer = isModuleFolder(parent);
  moduleFolders.set(folder, answer);
  return answer;
}

const isEsModule = (file) => file.endsWith('.mjs') || (!file.endsWith('.cjs') && isModuleFolder(dirname(file)));

const isToCompile = (source, file) => isEsModule(file) || /\bimport\(/.test(source);

module.exports = {
  process: (source, file, options) =>
    isToCompile(source, file) ? compiler.process(source, file, options) : { code: source },
  getCacheKey: (source, file, options) =>
    isToCompile(source, file)
      ? compiler.getCacheKey(source, file, options)
      : createHash('sha256').update('untouched').update(file).update(source).digest('hex'),
};
