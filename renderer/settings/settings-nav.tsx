import type { KeyboardEvent } from 'react';
import type { Purpose } from '../../shared/commands.js';
import { settingGroups, type SettingGroup } from '../../shared/layout/page-style-setting.js';
import { settingSections } from '../../shared/layout/page-style-table.js';
import { usePurpose } from '../state/contributor.js';
import { usePublication } from '../state/publication.js';
import { changedPaths } from './setting-edits.js';

/** What the settings page is about at one time. */
export type SettingsSubject = 'publication' | SettingGroup | 'fonts' | 'interface' | 'backup' | 'purpose';

interface SubjectEntry {
  readonly name: SettingsSubject;
  readonly label: string;
  readonly sections: readonly { readonly id: string; readonly label: string; readonly paths: readonly string[] }[];
}

const publicationSections = [
  { id: 'newIssue', label: '新建下一期' },
  { id: 'name', label: '刊名和编发单位' },
  { id: 'columns', label: '栏目' },
  { id: 'receivers', label: '报 送 发' },
  { id: 'people', label: '承办 审核 编辑 电话' },
].map((section) => ({ ...section, paths: [] }));

const subjects: readonly SubjectEntry[] = [
  { name: 'publication', label: '刊物', sections: publicationSections },
  ...settingGroups.map(({ name, label }) => ({
    name,
    label,
    sections: settingSections
      .filter(({ group }) => group === name)
      .map((section) => ({ id: section.id, label: section.label, paths: section.settings.map(({ path }) => path) })),
  })),
  { name: 'fonts', label: '字体', sections: [{ id: 'faceSet', label: 'Word 文件中的字体名称', paths: [] }] },
  {
    name: 'interface',
    label: '界面',
    sections: [
      { id: 'scheme', label: '配色', paths: [] },
      { id: 'zoom', label: '大小', paths: [] },
    ],
  },
  {
    name: 'backup',
    label: '备份',
    sections: [
      { id: 'backup-folder', label: '备份到哪里', paths: [] },
      { id: 'backup-plan', label: '什么时候备份', paths: [] },
      { id: 'backup-rehearsal', label: '恢复演练', paths: [] },
    ],
  },
  { name: 'purpose', label: '本机用途', sections: [{ id: 'purpose', label: '用途', paths: [] }] },
];

/** Nothing of these is printed: an installation of a unit has them alone. */
const unprinted: ReadonlySet<SettingsSubject> = new Set(['interface', 'backup', 'purpose']);

/** What can be set in an installation of a purpose. */
export function subjectsOf(purpose: Purpose): readonly SubjectEntry[] {
  return purpose === 'office' ? subjects : subjects.filter(({ name }) => unprinted.has(name));
}

/** The section a subject opens with. */
export function firstSection(subject: SettingsSubject): string {
  return subjects.find(({ name }) => name === subject)?.sections[0]?.id ?? '';
}

export interface SettingsNavProps {
  readonly subject: SettingsSubject;
  readonly section: string;
  readonly onShow: (subject: SettingsSubject, section: string) => void;
  /** The keyboard goes on into the fields of the open section. */
  readonly onEnter: () => void;
}

/** Subjects, and the printed parts of the one that is open. */
export function SettingsNav({ subject, section, onShow, onEnter }: SettingsNavProps) {
  const publication = usePublication((session) => session.publication);
  const shown = subjectsOf(usePurpose());
  const countOf = (paths: readonly string[]): number => changedPaths(publication.pageStyle, paths).length;
  return (
    <nav className="settings-nav" aria-label="设置的类别" data-pane="settings-subjects" onKeyDown={(event) => walk(event, onEnter)}>
      {shown.map(({ name, label, sections }) => {
        const count = name === 'fonts' ? Number(publication.faceSet === 'windows') : countOf(sections.flatMap(({ paths }) => paths));
        return (
          <div key={name}>
            <button
              type="button"
              className="row settings-subject"
              data-pane-focus={name === subject || undefined}
              aria-current={name === subject}
              onClick={() => onShow(name, sections[0]?.id ?? '')}
            >
              <span className="row-label">{label}</span>
              {count > 0 && <span className="row-page num">已改 {count}</span>}
            </button>
            {name === subject &&
              sections.length > 1 &&
              sections.map((each) => (
                <button
                  key={each.id}
                  type="button"
                  className="row settings-part"
                  aria-current={each.id === section ? 'location' : undefined}
                  onClick={() => onShow(name, each.id)}
                >
                  <span className="row-label">{each.label}</span>
                  {countOf(each.paths) > 0 && <span className="row-page num">{countOf(each.paths)}</span>}
                </button>
              ))}
          </div>
        );
      })}
    </nav>
  );
}

/** Up and down go from row to row, right goes into the fields. */
function walk({ key, currentTarget, target }: KeyboardEvent<HTMLElement>, onEnter: () => void): void {
  if (key === 'ArrowRight') onEnter();
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const rows = [...currentTarget.querySelectorAll('button')];
  const index = rows.indexOf(target as HTMLButtonElement);
  rows[index + (key === 'ArrowDown' ? 1 : -1)]?.focus();
}
