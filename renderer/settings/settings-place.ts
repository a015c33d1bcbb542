import { useState } from 'react';
import { useSetting } from '../state/settings.js';
import { usePurpose } from '../state/contributor.js';
import { firstSection, subjectsOf, type SettingsSubject } from './settings-nav.js';

export interface SettingsPlace {
  readonly subject: SettingsSubject;
  /** The printed part that is looked at; the sample shows it. */
  readonly section: string;
  readonly show: (subject: SettingsSubject, section: string) => void;
  /** The focus came into a section. */
  readonly look: (section: string | undefined) => void;
}

/** Where the settings page stands; the subject is remembered. */
export function useSettingsPlace(): SettingsPlace {
  const [stored, store] = useSetting('settings.subject');
  const purpose = usePurpose();
  const subject = subjectsOf(purpose).find(({ name }) => name === stored)?.name ?? (purpose === 'office' ? 'page' : 'purpose');
  const [section, setSection] = useState(() => firstSection(subject));
  return {
    subject,
    section,
    show: (nextSubject, nextSection) => {
      if (nextSubject !== subject) store(nextSubject);
      setSection(nextSection);
    },
    look: (next) => next !== undefined && next !== section && setSection(next),
  };
}
