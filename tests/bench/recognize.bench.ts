import { medianMs, type Figure } from './figure.js';
import { realIssueFile, recognizedIssue } from './real-issue.js';

/** How long a printed issue takes from bytes to data. */
export async function bench(): Promise<readonly Figure[]> {
  const { name, bytes } = realIssueFile();
  return [
    {
      name: `Recognise ${name}`,
      value: await medianMs(() => recognizedIssue(bytes)),
      unit: 'ms',
      target: 50,
      how: 'bytes of the text file to an Issue; median of 9 after one run',
    },
  ];
}
