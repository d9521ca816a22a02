import { Injectable, Module, Global } from '@nestjs/common';
import { useApp } from '../../../test/support/app.js';
import { Authenticator } from '../access/authenticator.js';
import { anonymous } from '../../kernel/actor.js';
import type { Tx } from '../database/transaction.js';
import { PageSurroundings } from '../http/surroundings.js';
import { Effects, waitAfter } from './effects.js';
import { Outbox } from './outbox.js';
import { Processes, type EffectProcessor } from './processes.js';
import { Relay } from './relay.js';

let trouble: Error | null = null;

/** Writes a line, so that a test sees whether the effect committed. */
@Injectable()
@Processes('test.write')
class WriteLine implements EffectProcessor<{ line: string }> {
  async process(tx: Tx, { line }: { line: string }): Promise<void> {
    await tx.manager.query(`insert into idempotency (key, request_hash, created_at) values ($1, 'line', $2)`, [
      line,
      tx.now.toString(),
    ]);
    if (trouble) throw trouble;
  }
}

@Global()
@Module({
  providers: [
    WriteLine,
    { provide: Authenticator, useValue: { authenticate: async () => anonymous } },
    { provide: PageSurroundings, useValue: {} },
  ],
  exports: [Authenticator, PageSurroundings],
})
class LinesModule {}

describe('effects of the outbox', () => {
  const test = useApp({ business: LinesModule });
  const outbox = async () => (await test.owner.query(`select * from outbox order by id`)).rows;
  const lines = async () =>
    (
      await test.owner.query(`select key from idempotency where request_hash = 'line' order by created_at, key`)
    ).rows.map((row: { key: string }) => row.key);
  const add = (line: string, more: { orderKey?: string } = {}) =>
    test.run((tx) => test.get(Outbox).add(tx, { kind: 'test.write', payload: { line }, ...more }));
  const due = async () => (await test.worker()).get(Relay).due();
  const perform = async (id: string) => (await test.worker()).get(Effects).perform(id);

  beforeEach(async () => {
    trouble = null;
    await test.owner.query(`delete from outbox; delete from idempotency`);
  });

  it('happen after the commit and close their row with it', async () => {
    await add('a');
    expect(await test.runEffects()).toBe(1);
    expect(await lines()).toEqual(['a']);
    expect((await outbox())[0].done_at).not.toBeNull();
  });

  it('never happen when the change was rolled back', async () => {
    const change = test.run(async (tx) => {
      await test.get(Outbox).add(tx, { kind: 'test.write', payload: { line: 'never' } });
      throw new Error('the change did not work out');
    });
    await expect(change).rejects.toThrow('did not work out');
    expect(await test.runEffects()).toBe(0);
  });

  it('leave nothing half-done when they throw, and wait before the next try', async () => {
    trouble = new Error('mail server is away');
    await add('b');
    await test.runEffects();
    expect(await lines()).toEqual([]);
    const [row] = await outbox();
    expect(row).toMatchObject({ attempts: 1, done_at: null, parked_at: null });
    expect(row.last_error).toContain('mail server is away');
    trouble = null;
    expect(await test.runEffects()).toBe(0);
    test.clock.forward(waitAfter(1));
    expect(await test.runEffects()).toBe(1);
    expect(await lines()).toEqual(['b']);
  });

  it('are parked for a person after twelve tries', async () => {
    trouble = new Error('never works');
    await add('c');
    for (let tries = 0; tries < 12; tries += 1) {
      test.clock.forward({ hours: 7 });
      await test.runEffects();
    }
    expect((await outbox())[0]).toMatchObject({ attempts: 12, done_at: null });
    expect((await outbox())[0].parked_at).not.toBeNull();
    test.clock.forward({ hours: 24 * 30 });
    expect(await test.runEffects()).toBe(0);
  });

  it('with one order key are offered one after the other', async () => {
    await add('first', { orderKey: 'credential-1' });
    await add('second', { orderKey: 'credential-1' });
    const [offered, ...others] = await due();
    expect(others).toEqual([]);
    await perform(offered!);
    const [next] = await due();
    await perform(next!);
    expect(await lines()).toEqual(['first', 'second']);
  });

  it('are done once when two workers take the same row at the same moment', async () => {
    await add('once');
    const [id] = await due();
    await Promise.all([perform(id!), perform(id!), perform(id!)]);
    expect(await lines()).toEqual(['once']);
  });

  it('are offered again when a job was lost with its queue, and not before', async () => {
    await add('lost');
    expect(await due()).toHaveLength(1);
    expect(await due()).toHaveLength(0);
    await test.owner.query(`update outbox set offered_at = offered_at - interval '61 seconds'`);
    expect(await due()).toHaveLength(1);
  });
});
