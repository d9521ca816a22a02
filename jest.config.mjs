// Everything is compiled to CommonJS, packages too: jest's ESM mode leaks a heap per file (docs/decisions/0002).
const swc = {
  swcrc: false,
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
};

export default {
  rootDir: '.',
  testEnvironment: '<rootDir>/test/support/one-context.cjs',
  runtime: '<rootDir>/test/support/kept-modules.cjs',
  testMatch: ['<rootDir>/{src,modules,test}/**/*.spec.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc], '\\.m?js$': '<rootDir>/test/support/esm-to-cjs.cjs' },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache', '<rootDir>/.data'],
  cacheDirectory: '<rootDir>/.cache/jest',
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/compared-times.cjs'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: '100%', // by default one core is kept for the parent, which only waits: on two cores that is half of the machine
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  workerIdleMemoryLimit: '1GB',
  testTimeout: 20000,
};
