import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config/config.js';

/** What an operator's command can reach; the database is opened only by commands that ask for it. */
export interface CommandContext {
  config(): Config;
  /** The product's modules, connected to the database as the job process. */
  app(): Promise<INestApplicationContext>;
  print(line: string): void;
}

/** One command of `npm run cli -- NAME …`. */
export interface Command {
  /** As typed, one word or two: `migrate`, `content load`. */
  name: string;
  description: string;
  /** What follows the name, in commander's notation: `<file...>`. */
  usage?: string;
  /** Options in commander's notation and what they mean. */
  options?: [flags: string, description: string][];
  /** @returns the exit code: 0 done, 1 something needs attention */
  run(context: CommandContext, args: string[], options: Record<string, string | boolean | undefined>): Promise<number>;
}
