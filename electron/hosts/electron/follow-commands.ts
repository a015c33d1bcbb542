import { commandReportSchema } from '../../../shared/command-report-schema.js';
import type { CommandReport } from '../../../shared/commands.js';
import type { Dispatch } from '../../dispatch.js';

/** Hears which commands of the window can be given and which are ticked, as often as that changes. */
export function followCommands(dispatch: Dispatch, changed: (states: CommandReport) => void): Dispatch {
  return async (name, requestJson) => {
    const resultJson = await dispatch(name, requestJson);
    if (name === 'window.commands' && (JSON.parse(resultJson) as { readonly ok: boolean }).ok)
      changed(commandReportSchema.parse(JSON.parse(requestJson)));
    return resultJson;
  };
}
