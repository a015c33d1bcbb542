import { failureSentence } from '../bridge.js';

/** What the window shows when the services cannot be reached or the library cannot be opened. */
export function StartFailure({ failure }: { readonly failure: unknown }) {
  return (
    <main className="start-failure" role="alert">
      <h1>资料库没有打开</h1>
      <p>{failureSentence(failure)}</p>
      <button type="button" onClick={() => window.location.reload()}>
        重试
      </button>
    </main>
  );
}
