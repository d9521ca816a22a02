import { AccessCheck } from '../../src/platform/access/access-check.js';
import { useApp } from '../support/app.js';
import { matrix } from './access-matrix.js';
import { nameOf } from './access/describe-access.js';

describe('the access matrix', () => {
  const test = useApp();

  it('has a row for every route, and a route for every row', () => {
    const routes = new Set(test.get(AccessCheck).routes().map(nameOf));
    expect({
      withoutRow: [...routes].filter((route) => !matrix[route]),
      withoutRoute: Object.keys(matrix).filter((row) => !routes.has(row)),
    }).toEqual({ withoutRow: [], withoutRoute: [] });
  });
});
