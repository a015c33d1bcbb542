import type { ReactNode } from 'react';

export interface FormPageProps {
  readonly title: string;
  /** One sentence: where it is printed and what follows from a change. */
  readonly note?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One form on the middle sheet. */
export function FormPage({ title, note, actions, children }: FormPageProps) {
  return (
    <div className="form-page">
      <div className="form-title">
        <h1>{title}</h1>
        {actions !== undefined && <div className="form-actions">{actions}</div>}
      </div>
      {note !== undefined && <p className="form-lead">{note}</p>}
      {children}
    </div>
  );
}
