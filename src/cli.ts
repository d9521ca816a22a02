import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command as Program } from 'commander';
import { contentExport } from '../modules/authoring/cli/export-content.command.js';
import { courseCertificates } from '../modules/courses/cli/print-name.command.js';
import { courseWithdraw } from '../modules/courses/cli/withdraw-version.command.js';
import { createAdmin } from '../modules/organizations/cli/create-admin.command.js';
import { contentCheck, contentLoad } from '../modules/portal/cli/content.commands.js';
import { seedDemo } from '../modules/portal/cli/seed-demo.command.js';
import { seedOrganizations } from '../modules/portal/cli/seed-organizations.command.js';
import { schemeCheck } from '../modules/schemes/cli/scheme-check.command.js';
import { schemeSchema } from '../modules/schemes/cli/scheme-schema.command.js';
import { AppModule } from './app.module.js';
import { CliModule } from './cli.module.js';
import { backup, restore } from './cli/backup.commands.js';
import type { Command, CommandContext } from './cli/command.js';
import { configCheck } from './cli/config-check.command.js';
import { invariants } from './cli/invariants.command.js';
import { loginsEnsure } from './cli/logins.command.js';
import { migrateCommand } from './cli/migrate.command.js';
import { outboxList, outboxPause, outboxReplay, outboxResume } from './cli/outbox.commands.js';
import { pagesMissing } from './cli/pages.command.js';
import { readConfig } from './config/config.js';

const commands: Command[] = [
  migrateCommand,
  loginsEnsure,
  configCheck,
  createAdmin,
  contentCheck,
  contentLoad,
  contentExport,
  courseWithdraw,
  courseCertificates,
  schemeCheck,
  schemeSchema,
  seedOrganizations,
  seedDemo((config) => AppModule.with(config)),
  outboxList,
  outboxReplay,
  outboxPause,
  outboxResume,
  invariants,
  pagesMissing,
  backup,
  restore,
];

/** The operator's commands. @returns the exit code of the one that ran */
async function main(argv: string[]): Promise<number> {
  let app: INestApplicationContext | undefined;
  let code = 0;
  const context: CommandContext = {
    config: () => readConfig(process.env),
    app: async () =>
      (app ??= await NestFactory.createApplicationContext(CliModule.with(context.config()), {
        logger: ['error', 'warn'],
        abortOnError: false,
      })),
    print: (line) => process.stdout.write(`${line}\n`),
  };
  const program = new Program('npm run cli --').description('Operate this copy of Goodstanding.');
  for (const command of commands) {
    add(program, command, async (args, options) => {
      code = await command.run(context, args, options);
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } finally {
    await app?.close();
  }
}

type Action = (args: string[], options: Record<string, string | boolean | undefined>) => Promise<void>;

/** "content load" becomes the command `load` of the group `content`. */
function add(program: Program, { name, description, usage, options = [] }: Command, action: Action): void {
  const words = name.split(' ');
  const last = words.pop() ?? name;
  const group = words.reduce(
    (parent, word) => parent.commands.find((known) => known.name() === word) ?? parent.command(word),
    program,
  );
  const command = group.command(usage ? `${last} ${usage}` : last).description(description);
  for (const [flags, meaning] of options) command.option(flags, meaning);
  command.action(async (...given: unknown[]) => {
    const args = given
      .slice(0, -2)
      .flat()
      .filter((one): one is string => typeof one === 'string');
    await action(args, given.at(-2) as Record<string, string | boolean | undefined>);
  });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
