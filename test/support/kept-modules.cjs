// jest's module loader, but packages and product code are loaded once in a worker and not anew for every spec file: that took
// two fifths of the processor time of all tests. Spec files and what supports them are loaded for each file, as ever.
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

const KEPT = /^(node_modules|src|modules|migrations)\//;
const LOADED_ANEW = /\.spec\.ts$|^modules\/[^/]+\/testing\//;

let keeper; // the loader of what is kept

class KeptModules extends Runtime {
  constructor(...given) {
    super(...given);
    keeper ??= new Runtime(...given);
    this.rootDir = given[0].rootDir;
    const own = () => super.getSourceMaps();
    this.bothSourceMaps = {
      get: (file) => own().get(file) ?? keeper.getSourceMaps().get(file),
      [Symbol.iterator]: () => own()[Symbol.iterator](),
    };
  }

  requireModule(from, name, options, isActual) {
    const isKept = !options?.isInternalModule && this.keeps(this._resolution.resolveCjs(from, name));
    return isKept ? keeper.requireModule(from, name) : super.requireModule(from, name, options, isActual);
  }

  keeps(file) {
    const name = path.relative(this.rootDir, file);
    return KEPT.test(name) && !LOADED_ANEW.test(name);
  }

  /** Of both: a stack tells lines of the source. */
  getSourceMaps() {
    return this.bothSourceMaps;
  }
}

module.exports = KeptModules;
