import { utilityProcess } from 'electron';
import type { RecognitionProcess } from '../../services/recognition/recognition.js';

/** The reading program as a utility process of Electron, which runs no window and no renderer. */
export function utilityRecognition(program: string): RecognitionProcess {
  const child = utilityProcess.fork(program, [], { serviceName: '专报编辑台 识别', stdio: 'ignore' });
  return {
    send: (request) => child.postMessage(request),
    onAnswer: (listener) => void child.on('message', listener),
    onGone: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
    kill: () => void child.kill(),
  };
}
