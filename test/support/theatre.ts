import { Temporal } from 'temporal-polyfill';
import { contentLoad } from '../../modules/portal/cli/content.commands.js';
import { seedOrganizations } from '../../modules/portal/cli/seed-organizations.command.js';
import { readSignIns } from '../../modules/portal/demonstration/sign-ins.js';
import { Stage } from '../../modules/portal/demonstration/stage.js';
import { StaffDesk } from '../../modules/portal/demonstration/staff-desk.js';
import type { Theatre } from '../../modules/portal/demonstration/theatre.js';
import { inProcess } from '../../modules/portal/demonstration/transport.js';
import { Timetable } from '../../src/platform/jobs/timetable.js';
import type { TestApp } from './app.js';

/** A stage whose time is the test's clock: moving it runs what is scheduled and performs what is due. */
class TestStage extends Stage {
  constructor(private readonly test: TestApp) {
    super(inProcess(test.app), () => test.runEffects());
  }

  override now(): Promise<Temporal.Instant> {
    return this.test.clock.now();
  }

  override async pass(duration: Temporal.DurationLike): Promise<void> {
    this.test.clock.forward(duration);
    await this.settle();
  }

  override async moveTo(date: Temporal.PlainDate): Promise<void> {
    this.test.clock.set(`${date.toString()}T15:00:00Z`);
    const worker = await this.test.worker();
    await worker.get(Timetable).runAll();
    await this.settle();
  }
}

/** The demonstration in this process: its organizations, its staff with their sign-ins, its content; nobody else yet. */
export async function openTestTheatre(test: TestApp): Promise<Theatre> {
  const worker = await test.worker();
  const told: string[] = [];
  const command = { app: async () => worker, config: () => test.config, print: (line: string) => void told.push(line) };
  for (const { run } of [seedOrganizations, contentLoad]) {
    if ((await run(command, [], {})) !== 0) throw new Error(told.join('\n'));
  }
  const stage = new TestStage(test);
  const desk = new StaffDesk(stage, readSignIns(test.config.DATA_DIR));
  return { address: 'in process', stage, desk, files: test.config.DATA_DIR, close: async () => undefined };
}
