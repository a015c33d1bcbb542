import { ConfigProvider } from 'antd';
import { useEffect, useRef, type FocusEvent, type ReactNode } from 'react';
import { onNotice } from '../bridge.js';
import { usePurpose } from '../state/contributor.js';
import { isReadOnly } from '../state/read-only.js';
import { publicationSession, usePublication } from '../state/publication.js';
import { Bar } from '../ui/bar.js';
import { BackupForm } from './backup-form.js';
import { FontsForm } from './fonts-form.js';
import { InterfaceForm } from './interface-form.js';
import { LearntStyleDialog } from './learnt-style-dialog.js';
import { MeasuresForm } from './measures-form.js';
import { PublicationForm } from './publication-form.js';
import { PurposeForm } from './purpose-form.js';
import { SamplePane } from './sample-pane.js';
import { firstSection, SettingsNav, type SettingsSubject } from './settings-nav.js';
import { useSettingsPlace } from './settings-place.js';

const flush = (): void => void publicationSession.getState().flush();

/** 设置: subjects · form · live sample. Changes are saved by themselves. */
export function SettingsView() {
  const isLoaded = usePublication((session) => session.isLoaded);
  const shown = usePublication(({ publication }) => publication.id);
  const { subject, section, show, look } = useSettingsPlace();
  const purpose = usePurpose();
  const form = useRef<HTMLDivElement>(null);
  useSavingOnLeave();
  const goTo = (nextSubject: SettingsSubject, nextSection: string): void => {
    show(nextSubject, nextSection);
    requestAnimationFrame(() => bringToView(form.current, nextSection, nextSection === firstSection(nextSubject)));
  };
  const enter = (): void =>
    form.current?.querySelector<HTMLElement>(`[data-section="${section}"] :is(input, select, textarea, button)`)?.focus();
  const follow = ({ target }: FocusEvent): void => look(target.closest<HTMLElement>('[data-section]')?.dataset['section']);
  return (
    <div className="settings" data-purpose={purpose}>
      <SettingsNav subject={subject} section={section} onShow={goTo} onEnter={enter} />
      <div ref={form} className="settings-form" data-pane="settings-fields" onFocus={follow}>
        {!isLoaded && <Bar tone="error" text="刊物设置读不出来，暂不能修改；请重新打开本程序。" actions={[]} />}
        {isLoaded && isReadOnly() && subject !== 'interface' && (
          <Bar tone="info" text="资料库只能阅读，这里的设置可以看，不能修改。" actions={[]} />
        )}
        {subject === 'interface' ? (
          <div className="settings-sheet">
            <InterfaceForm />
          </div>
        ) : subject === 'backup' || subject === 'purpose' ? (
          <LockedSheet isLocked={isReadOnly()}>{subject === 'backup' ? <BackupForm /> : <PurposeForm />}</LockedSheet>
        ) : (
          <PublicationSheet key={`${subject} ${shown ?? ''}`} subject={subject} isLocked={!isLoaded || isReadOnly()} />
        )}
      </div>
      {purpose === 'office' && <SamplePane section={section} />}
      <LearntStyleDialog />
    </div>
  );
}

/** What is set for the publication; locked, everything can be read and nothing be changed. */
function PublicationSheet({
  subject,
  isLocked,
}: {
  readonly subject: Exclude<SettingsSubject, 'interface' | 'backup' | 'purpose'>;
  readonly isLocked: boolean;
}) {
  return (
    <LockedSheet isLocked={isLocked}>
      {subject === 'publication' ? <PublicationForm /> : subject === 'fonts' ? <FontsForm /> : <MeasuresForm group={subject} />}
    </LockedSheet>
  );
}

function LockedSheet({ isLocked, children }: { readonly isLocked: boolean; readonly children: ReactNode }) {
  return (
    <ConfigProvider componentDisabled={isLocked}>
      <fieldset className="settings-sheet" disabled={isLocked}>
        {children}
      </fieldset>
    </ConfigProvider>
  );
}

function bringToView(form: HTMLElement | null, section: string, isFirst: boolean): void {
  if (isFirst) form?.scrollTo(0, 0);
  else form?.querySelector(`[data-section="${section}"]`)?.scrollIntoView();
}

/** Sends what is not saved yet when the page or the window goes away. */
function useSavingOnLeave(): void {
  useEffect(() => {
    const stop = onNotice('app.closing', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      stop();
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, []);
}
