// jest's environment of a spec file: the same one for all files of a worker, so that the modules kept from file to file
// (kept-modules.cjs) and the files themselves mean the same Array, Date and Error. A file's traces on it end with the file.
const vm = require('node:vm');
const { TestEnvironment: NodeEnvironment } = require('jest-environment-node');

const { createContext, constants } = vm;
/**
 * A context whose global object is of the ordinary kind. In that of jest every `Object` or `Array` in the code is asked of an interceptor
 * and a proxy, which takes forty times as long: a twentieth to a tenth of the processor time of a spec
 * file. Before Node 22.8 the interceptor stays.
 */
const createPlainContext = () => createContext(constants?.DONT_CONTEXTIFY);

let ofThisWorker;

class OneContext extends NodeEnvironment {
  constructor(config, context) {
    if (ofThisWorker) return ofThisWorker;
    vm.createContext = createPlainContext;
    super(config, context);
    vm.createContext = createContext;
    ofThisWorker = this;
    this.variables = { ...this.global.process.env };
    this.exit = this.global.process.exit;
    this.ownSymbols = Object.getOwnPropertySymbols(this.global);
  }

  /** Not the parent's, which would end the context. */
  async teardown() {
    const { process } = this.global;
    this.fakeTimersModern.useRealTimers();
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    process.exit = this.exit;
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (!this.ownSymbols.includes(symbol)) Reflect.deleteProperty(this.global, symbol); // jest's own state: its hooks would run for the next file too
    }
  }
}

module.exports = OneContext;
