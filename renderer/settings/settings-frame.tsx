import type { ReactNode } from 'react';

export interface GroupTitleProps {
  readonly title: string;
  readonly note?: string;
  readonly changed: number;
  readonly onReset?: () => void;
  readonly actions?: ReactNode;
}

/** Head of one subject, with its way back to the defaults. */
export function GroupTitle({ title, note, changed, onReset, actions }: GroupTitleProps) {
  return (
    <div className="settings-title">
      <h1>{title}</h1>
      {note !== undefined && <span className="soft">{note}</span>}
      <span className="settings-title-end">
        {actions}
        {onReset && changed > 0 && (
          <button type="button" className="link" onClick={onReset}>
            本组恢复默认（{changed} 项）
          </button>
        )}
      </span>
    </div>
  );
}

export interface SectionFrameProps {
  readonly id: string;
  readonly label: string;
  readonly changed?: number;
  readonly onReset?: () => void;
  readonly children: ReactNode;
}

/** One printed part with its fields; `data-section` tells the sample what is being looked at. */
export function SectionFrame({ id, label, changed = 0, onReset, children }: SectionFrameProps) {
  return (
    <section className="settings-section" data-section={id} aria-label={label}>
      <div className="settings-section-head">
        <h2>{label}</h2>
        {onReset && changed > 0 && (
          <button type="button" className="link" onClick={onReset}>
            恢复默认（{changed} 项）
          </button>
        )}
      </div>
      {children}
    </section>
  );
}
