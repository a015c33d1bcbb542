import type { Purpose } from '../../shared/commands.js';
import { IdentityForm } from '../contributor/identity-form.js';
import { attempt } from '../library/library-actions.js';
import { askForContributor, saveContributor, usePurpose } from '../state/contributor.js';
import { GroupTitle, SectionFrame } from './settings-frame.js';

const purposes: readonly { readonly purpose: Purpose; readonly label: string; readonly hint: string }[] = [
  { purpose: 'office', label: '编辑部', hint: '编辑、排版、印发，收来稿，出回执' },
  { purpose: 'unit', label: '投稿端', hint: '报送单位用：写稿、报送、看回执' },
];

/** 本机用途: an office's installation or a unit's, and who writes in a unit's. */
export function PurposeForm() {
  const purpose = usePurpose();
  const turn = (next: Purpose): void => {
    if (next === 'unit') askForContributor();
    else attempt(() => saveContributor(undefined));
  };
  return (
    <>
      <GroupTitle title="本机用途" note="换用途不动资料库里的任何内容，随时可以换回来。" changed={0} />
      <SectionFrame id="purpose" label="用途">
        <div className="settings-radios" role="radiogroup" aria-label="本机用途">
          {purposes.map((each) => (
            <label key={each.purpose} className="settings-radio">
              <input type="radio" name="purpose" checked={purpose === each.purpose} onChange={() => turn(each.purpose)} />
              <span>{each.label}</span>
              <span className="soft">{each.hint}</span>
            </label>
          ))}
        </div>
      </SectionFrame>
      {purpose === 'unit' && (
        <SectionFrame id="identity" label="本单位">
          <IdentityForm />
        </SectionFrame>
      )}
    </>
  );
}
