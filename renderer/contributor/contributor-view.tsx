import { useEffect } from 'react';
import { attempt } from '../library/library-actions.js';
import { useContributor } from '../state/contributor.js';
import { useDesk } from '../state/desk.js';
import { useLibrary } from '../state/library-store.js';
import { refreshOwnRows, showOwn, useOwnRows, type OwnRow } from '../state/own-rows.js';
import { ownSession } from '../state/own-session.js';
import { AnswerPane } from './answer-pane.js';
import { ChecksPane } from './checks-pane.js';
import { IdentityForm } from './identity-form.js';
import { ManuscriptPane } from './manuscript-pane.js';
import { OwnList } from './own-list.js';

/** 投稿: the unit's manuscripts · the one that is written, or what became of it · what to see to before it goes out. */
export function ContributorView() {
  const contributor = useContributor();
  const rows = useOwnRows((state) => state.rows);
  const current = useOwnRows((state) => state.current);
  const row = rows.find(({ id }) => id === current);
  useOwnRowsKept();
  useDraftOpened(row);
  useEffect(() => {
    if (row === undefined && rows[0] !== undefined) showOwn(rows[0].id);
  }, [row, rows]);
  if (contributor === undefined) return <Welcome />;
  return (
    <div className="own" data-draft={row?.standing === 'draft'}>
      <OwnList />
      {row === undefined ? (
        <Empty />
      ) : row.standing === 'draft' ? (
        <>
          <ManuscriptPane row={row} />
          <ChecksPane row={row} />
        </>
      ) : (
        <AnswerPane key={row.id} row={row} />
      )}
    </div>
  );
}

/** Listed anew whenever the library changed, or a dialog, which may have sent something out, is closed. */
function useOwnRowsKept(): void {
  const submissions = useLibrary((library) => library.submissions);
  const dialog = useDesk((state) => state.dialog?.kind);
  useEffect(() => attempt(refreshOwnRows), [submissions, dialog]);
}

/** A draft that is shown is open to be written; one that is sent is open no more. */
function useDraftOpened(row: OwnRow | undefined): void {
  const draft = row?.standing === 'draft' ? row.id : undefined;
  useEffect(() => {
    attempt(async () => {
      const { open, leave } = ownSession.getState();
      if (await (draft === undefined ? leave() : open(draft))) return;
      // What could not be saved stays before the writer's eyes.
      showOwn(ownSession.getState().id);
    });
  }, [draft]);
}

function Welcome() {
  return (
    <div className="own-welcome" data-pane="own-identity">
      <h2>先写明是哪个单位</h2>
      <p className="soft">只填一次，以后每篇稿件都带上。写好的稿件拷到U盘交给编辑部，编辑部的回执也从U盘带回来，在这里看。</p>
      <IdentityForm />
    </div>
  );
}

function Empty() {
  return (
    <section className="own-main own-empty" aria-label="稿件">
      <p>还没有稿件。</p>
      <p className="soft">按 Ctrl+N 新写一篇，或把写好的 Word 文件拖进窗口。编辑部的回执从“交换”收进来，结果就列在左边。</p>
    </section>
  );
}
