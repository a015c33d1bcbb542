import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallRequest, CallResponse, JobName, JobProgress } from '../../shared/ipc.js';
import { runJob } from '../bridge.js';

/** Long work of a dialog: whether it is under way, how far it is, and how to cancel it. */
export interface DialogJob<Name extends JobName> {
  readonly isRunning: boolean;
  /** Undefined until the first step is told. */
  readonly progress: JobProgress | undefined;
  readonly isCancelling: boolean;
  /** @throws CallFailure, `cancelled` among them */
  start(request: CallRequest<Name>): Promise<CallResponse<Name>>;
  cancel(): void;
}

type State = Pick<DialogJob<JobName>, 'isRunning' | 'progress' | 'isCancelling'>;

const resting: State = { isRunning: false, progress: undefined, isCancelling: false };

/** One piece of long work at a time; it is cancelled when the dialog goes away. */
export function useJob<Name extends JobName>(name: Name): DialogJob<Name> {
  const [state, setState] = useState(resting);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const start = useCallback(
    async (request: CallRequest<Name>) => {
      const { signal } = (controller.current = new AbortController());
      setState({ ...resting, isRunning: true });
      try {
        return await runJob(name, request, { signal, onProgress: (progress) => setState((now) => ({ ...now, progress })) });
      } finally {
        setState(resting);
      }
    },
    [name],
  );
  const cancel = useCallback(() => {
    setState((now) => ({ ...now, isCancelling: true }));
    controller.current?.abort();
  }, []);
  return { ...state, start, cancel };
}
