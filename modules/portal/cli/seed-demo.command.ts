import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import type { Command } from '../../../src/cli/command.js';
import type { Config } from '../../../src/config/config.js';
import { systemNow } from '../../../src/platform/clock/clock.js';
import { configure, createAdapter } from '../../../src/platform/http/web-server.js';
import { Effects } from '../../../src/platform/jobs/effects.js';
import { Relay } from '../../../src/platform/jobs/relay.js';
import { PASSWORD } from '../demonstration/cast.js';
import { AMARA, IFE, JONAS, LENA, MINH, NOOR, RAVI, TEO } from '../demonstration/people.js';
import { readSignIns, writeSignIns } from '../demonstration/sign-ins.js';
import { Stage } from '../demonstration/stage.js';
import { StaffDesk } from '../demonstration/staff-desk.js';
import { Stories } from '../demonstration/stories.js';
import { inProcess } from '../demonstration/transport.js';
import { Volunteers } from '../demonstration/volunteers.js';

/** Who of the invented people somebody may want to be. */
const SIGN_INS = [
  { role: 'on the way', ...NOOR },
  { role: 'applicant', ...LENA },
  { role: 'exam to sit', ...IFE },
  { role: 'exam sat', ...RAVI },
  { role: 'certified', ...AMARA },
  { role: 'renewal due', ...JONAS },
  { role: 'renewing late', ...TEO },
  { role: 'with an appeal', ...MINH },
];

/**
 * Plays what happened before the demonstration begins, through the same requests that people send, on the demonstration's
 * clock, which then stands at the present.
 * @param webModule makes the web process's module; the list of modules is the commands' own
 */
export function seedDemo(webModule: (config: Config) => DynamicModule): Command {
  return {
    name: 'seed:demo',
    description: 'fill a new demonstration with invented people and what happened to them',
    async run({ app, config, print }) {
      const worker = await app();
      const settings = { ...config(), RATE_LIMIT_PER_MINUTE: 1_000_000, VERIFICATION_LIMIT_PER_MINUTE: 1_000_000 };
      Logger.overrideLogger(['error']); // that this process holds a second application is meant so
      const web = await NestFactory.create<NestFastifyApplication>(webModule(settings), createAdapter(settings), {
        logger: ['error'],
        abortOnError: false,
      });
      try {
        await configure(web, settings);
        await web.init();
        await web.getHttpAdapter().getInstance().ready();
        const stage = new Stage(inProcess(web), () => performDue(worker));
        const desk = new StaffDesk(stage, readSignIns(settings.DATA_DIR));
        const stories = new Stories(stage, desk, print, new Volunteers(web));
        await stories.play(systemNow().toZonedDateTimeISO('UTC').toPlainDate());
        await stage.api.post('/api/v1/demonstration/clock', { to: systemNow().toString() });
        await stage.settle();
      } finally {
        await web.close();
      }
      const people = SIGN_INS.map(({ role, legalName: name, email }) => ({ role, name, email, password: PASSWORD }));
      writeSignIns(settings.DATA_DIR, people);
      return 0;
    },
  };
}

async function performDue(worker: INestApplicationContext): Promise<void> {
  const [relay, effects] = [worker.get(Relay), worker.get(Effects)];
  for (let ids = await relay.due(); ids.length > 0; ids = await relay.due()) {
    for (const id of ids) await effects.perform(id);
  }
}
