import { z } from 'zod';
import { commandList } from './commands.js';

export const commandIdSchema = z.enum(commandList.map(({ id }) => id));

/** Which commands there are, which can be given now and which are ticked, as the window tells its host. */
export const commandReportSchema = z.strictObject({
  shown: z.array(commandIdSchema).max(commandList.length),
  ready: z.array(commandIdSchema).max(commandList.length),
  ticked: z.array(commandIdSchema).max(commandList.length),
});
