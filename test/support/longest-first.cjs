// jest's order of files: longest first, so that no worker is left alone with a long one at the end. jest knows how long a file took
// here before and otherwise takes its size for that; a first run (every clean clone) goes by what makes a file long instead.
const TestSequencer = require('@jest/test-sequencer').default;

/** Kinds of files that take long, longest first: browsers, then what starts programs, then whole walks, then databases. */
const kinds = [
  /^test\/browser\//,
  /^test\/(launcher|faults)\/|\/embedded-server\.spec/,
  /^test\/(architecture\/access|system)\/|\.contract\.spec/,
  /\.(db|system)\.spec/,
];

class LongestFirst extends TestSequencer {
  sort(tests) {
    const kindOf = ({ path, context }) => {
      const name = path.slice(context.config.rootDir.length + 1);
      const found = kinds.findIndex((kind) => kind.test(name));
      return found === -1 ? kinds.length : found;
    };
    const sorted = super.sort(tests); // by time where it is known; stable, so equal kinds stay as they are
    return sorted.every(({ duration }) => duration === undefined)
      ? sorted.sort((a, b) => kindOf(a) - kindOf(b))
      : sorted;
  }
}

module.exports = LongestFirst;
