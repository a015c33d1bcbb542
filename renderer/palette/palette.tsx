/** 快速前往: every command, issue, article and unit by what is typed of its name. */
import { Modal } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Readings } from '../../shared/search/pinyin.js';
import { call } from '../bridge.js';
import { FindField } from '../find/find-field.js';
import { closeDialog } from '../state/desk.js';
import { useLibrary } from '../state/library-store.js';
import { matchingEntries, paletteEntries, type PaletteEntry } from './entries.js';

export function Palette() {
  const issues = useLibrary((library) => library.issues);
  const [units, setUnits] = useState<readonly string[]>([]);
  const [spelling, setSpelling] = useState<{ readonly readings: Readings }>();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    field.current?.focus();
    void import('../../shared/search/readings.js').then(setSpelling);
    // Units are a help: a library that cannot be read says so elsewhere.
    call('search.library', { words: '', only: {}, most: 1 }).then(
      ({ facets }) => setUnits(facets.unit.map(({ value }) => value)),
      () => undefined,
    );
  }, []);
  const entries = useMemo(() => paletteEntries({ issues }, units), [issues, units]);
  const shown = useMemo(() => matchingEntries(entries, typed, spelling?.readings), [entries, typed, spelling]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, shown]);
  const give = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    closeDialog();
    // The dialog gives the focus back before the entry moves it.
    setTimeout(() => entry.run());
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setAt(Math.min(shown.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter') give(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open title={null} footer={null} closable={false} width={600} style={{ top: 72 }} onCancel={closeDialog} className="palette">
      <FindField
        field={field}
        label="命令、期号、标题、单位：汉字、拼音或首字母"
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div ref={list} className="palette-list" role="listbox" aria-label="快速前往">
        {shown.length === 0 && <p className="search-note soft">没有名为“{typed.trim()}”的命令、期、稿件或单位；全文请用“搜索”。</p>}
        {shown.map((entry, index) => (
          <div key={index} className="palette-entry" role="option" aria-selected={index === at} onClick={() => give(entry)}>
            <span className="palette-kind faint">{entry.kind}</span>
            <span className="palette-name">{entry.name}</span>
            <span className="faint num">{entry.keys || entry.note}</span>
          </div>
        ))}
      </div>
    </Modal>
  );
}
