/** Below the text while the cursor is in the source line: units that complete it, and names that no unit bears. */
import { useLayoutEffect } from 'react';
import { useSlate } from 'slate-react';
import { usePurpose } from '../state/contributor.js';
import { useUnitFinder, useUnits } from '../state/units.js';
import { UnknownUnit } from '../units/unknown-unit.js';
import { showCaret } from './show-caret.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { completeSource, sourceCompletions, unknownSources } from './source-names.js';

export function SourceBar({ act }: { act(edit: (editor: ArticleEditorInstance) => void): void }) {
  const editor = useSlate();
  const completions = sourceCompletions(editor, useUnits());
  const unknown = unknownSources(editor, useUnitFinder());
  // What its own office would know is not asked of a unit.
  const isOffice = usePurpose() === 'office';
  const isShown = isOffice && (completions.length > 0 || unknown.length > 0);
  // It takes room from the text: the line it is about must stay in view.
  useLayoutEffect(() => {
    if (isShown) showCaret(editor);
  }, [editor, isShown]);
  if (!isShown) return null;
  return (
    <div className="ae-source-bar">
      {completions.length > 0 && <span className="soft">单位</span>}
      {completions.map((name, index) => (
        <button
          key={name}
          type="button"
          className="ae-bar-button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => act((each) => completeSource(each, name))}
        >
          {name}
          {index === 0 && <kbd>Tab</kbd>}
        </button>
      ))}
      {completions.length === 0 && unknown.map((name) => <UnknownUnit key={name} name={name} />)}
    </div>
  );
}
