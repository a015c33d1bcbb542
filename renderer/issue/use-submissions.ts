import { useEffect, useMemo, useState } from 'react';
import type { Submission } from '../../shared/submissions/submission.js';
import { call, CallFailure } from '../bridge.js';
import { tellFailure } from '../state/messages.js';

export interface LoadedSubmissions {
  readonly submissions: readonly Submission[];
  /** How many of them are no longer in the library. */
  readonly missing: number;
  readonly isLoaded: boolean;
}

const none: LoadedSubmissions = { submissions: [], missing: 0, isLoaded: false };

/** Submissions by their ids, in that order. Their words never change, so they are read once. */
export function useSubmissions(ids: readonly string[]): LoadedSubmissions {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly value: LoadedSubmissions }>();
  const key = ids.join(' ');
  useEffect(() => {
    let isWanted = true;
    const wanted = key === '' ? [] : key.split(' ');
    Promise.all(wanted.map(read)).then(
      (found) => {
        const submissions = found.filter((each) => each !== undefined);
        if (isWanted) setLoaded({ key, value: { submissions, missing: wanted.length - submissions.length, isLoaded: true } });
      },
      (failure: unknown) => isWanted && tellFailure(failure),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return useMemo(() => (loaded?.key === key ? loaded.value : none), [loaded, key]);
}

async function read(id: string): Promise<Submission | undefined> {
  try {
    return (await call('submission.get', { id })).submission;
  } catch (failure) {
    if (failure instanceof CallFailure && failure.code === 'submission-missing') return undefined;
    throw failure;
  }
}
