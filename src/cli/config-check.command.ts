import type { Command } from './command.js';

export const configCheck: Command = {
  name: 'config check',
  description: 'tell every problem of the environment at once',
  async run({ config, print }) {
    config();
    print('The environment is complete.');
    return 0;
  },
};
