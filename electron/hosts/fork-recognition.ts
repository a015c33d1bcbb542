import { fork } from 'node:child_process';
import type { RecognitionProcess } from '../services/recognition/recognition.js';

/** The reading program as a child of this one, where Node runs it. It inherits no flags and no output. */
export function forkRecognition(program: string): RecognitionProcess {
  const child = fork(program, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return {
    // A child that died before it could be asked tells so by being gone.
    send: (request) => child.send(request, () => undefined),
    onAnswer: (listener) => void child.on('message', listener),
    onGone: (listener) => {
      child.once('error', listener);
      child.once('exit', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
