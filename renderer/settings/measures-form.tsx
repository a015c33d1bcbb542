import { useMemo } from 'react';
import { settingGroups, type SettingGroup, type SettingSection } from '../../shared/layout/page-style-setting.js';
import { remarkOnStyle, styleValue, textAreaFacts } from '../../shared/layout/page-style-settings.js';
import { settingSections } from '../../shared/layout/page-style-table.js';
import { useShownPageStyle } from '../state/page-style.js';
import { usePublication } from '../state/publication.js';
import { changedPaths, resetMeasures } from './setting-edits.js';
import { SettingField } from './setting-field.js';
import { GroupTitle, SectionFrame } from './settings-frame.js';

/** Every measure of one subject, by printed part. */
export function MeasuresForm({ group }: { readonly group: SettingGroup }) {
  const sections = settingSections.filter((section) => section.group === group);
  const label = settingGroups.find(({ name }) => name === group)?.label ?? '';
  const paths = sections.flatMap(({ settings }) => settings.map(({ path }) => path));
  const changes = usePublication(({ publication }) => publication.pageStyle);
  const changed = changedPaths(changes, paths).length;
  return (
    <>
      <GroupTitle title={label} changed={changed} onReset={() => resetMeasures(paths, label)} />
      {group === 'page' && <TextAreaFacts />}
      {sections.map((section) => (
        <MeasuresSection key={section.id} section={section} />
      ))}
    </>
  );
}

function MeasuresSection({ section }: { readonly section: SettingSection }) {
  const style = useShownPageStyle();
  const changes = usePublication(({ publication }) => publication.pageStyle);
  const remarks = useMemo(() => new Map(remarkOnStyle(style).map(({ path, text }) => [path, text])), [style]);
  const paths = section.settings.map(({ path }) => path);
  const changed = changedPaths(changes, paths).length;
  return (
    <SectionFrame id={section.id} label={section.label} changed={changed} onReset={() => resetMeasures(paths, section.label)}>
      <div className="setting-grid">
        {section.settings.map((setting) => (
          <SettingField
            key={setting.path}
            setting={setting}
            value={styleValue(style, setting.path)}
            isChanged={Object.hasOwn(changes, setting.path)}
            remark={remarks.get(setting.path)}
          />
        ))}
      </div>
    </SectionFrame>
  );
}

/** What follows from paper, margins and body text. */
function TextAreaFacts() {
  const style = useShownPageStyle();
  const { widthMm, heightMm, characters, lines } = textAreaFacts(style);
  return (
    <p className="settings-facts num" data-testid="text-area">
      纸张 A4（{style.paper.widthMm} × {style.paper.heightMm} 毫米）；版心 {widthMm} × {heightMm} 毫米，正文每行 {characters} 字、每页{' '}
      {lines} 行。每行字数和每页行数由版心与正文的“每字占”“行距”得出。
    </p>
  );
}
