import { refuseOpenDemonstration } from './demonstration-guard.js';

const local = { HOST: '127.0.0.1', DATABASE_URL: 'postgres://web@127.0.0.1:5432/goodstanding' };

describe('a demonstration', () => {
  it('starts on loopback beside its own database', () => {
    expect(() => refuseOpenDemonstration(local)).not.toThrow();
  });

  it.each([
    ['open to other machines', { ...local, HOST: '0.0.0.0' }],
    ['on a database elsewhere', { ...local, DATABASE_URL: 'postgres://web@db.example/goodstanding' }],
  ])('does not start %s', (_, config) => {
    expect(() => refuseOpenDemonstration(config)).toThrow('made as a demonstration');
  });
});
