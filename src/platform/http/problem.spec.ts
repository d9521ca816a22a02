import { toProblem } from './problem.js';

describe('a database that cannot be reached', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const ending = Object.assign(new Error('ended by an operator'), { driverError: { code: '57P01' } });

  it.each([
    ['nobody listens', refused],
    ['it is being stopped', ending],
    ['none was free in time', new Error('timeout exceeded when trying to connect')],
    ['it went away under a query', new Error('Connection terminated unexpectedly')],
  ])('is a matter of waiting: %s', (_, error) => {
    expect(toProblem(error)).toMatchObject({ status: 503, retryAfter: 30 });
  });

  it('is told apart from what is ours to mend', () => {
    expect(toProblem(new Error('A connection terminated somewhere')).status).toBe(500);
  });
});
