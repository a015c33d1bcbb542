import { faceLabels, faces, type FaceSet } from '../../shared/layout/faces.js';
import { faceOrder } from '../../shared/layout/page-style-setting.js';
import { publicationSession, usePublication } from '../state/publication.js';
import { GroupTitle, SectionFrame } from './settings-frame.js';

const sets: readonly { readonly set: FaceSet; readonly label: string; readonly hint: string }[] = [
  { set: 'gb2312', label: '公文字体', hint: '仿宋_GB2312、楷体_GB2312；机关电脑一般都装有' },
  { set: 'windows', label: 'Windows 字体', hint: '仿宋、楷体；没有装公文字体的电脑也能原样打开' },
];

/** The official names are the default, so they are not stored. */
function choose(set: FaceSet): void {
  publicationSession
    .getState()
    .edit(({ faceSet: _faceSet, ...publication }) => (set === 'gb2312' ? publication : { ...publication, faceSet: set }));
}

/** Which font names Word files carry. */
export function FontsForm() {
  const current = usePublication(({ publication }) => publication.faceSet ?? 'gb2312');
  return (
    <>
      <GroupTitle
        title="字体"
        note="各部分用哪种字体，在正文、标题与栏目、首页等处分别设置。"
        changed={current === 'gb2312' ? 0 : 1}
        onReset={() => choose('gb2312')}
      />
      <SectionFrame id="faceSet" label="Word 文件中的字体名称">
        <div className="settings-radios" role="radiogroup" aria-label="Word 文件中的字体名称">
          {sets.map(({ set, label, hint }) => (
            <label key={set} className="settings-radio">
              <input type="radio" name="face-set" checked={current === set} onChange={() => choose(set)} />
              <span>{label}</span>
              <span className="soft">{hint}</span>
            </label>
          ))}
        </div>
        <table className="settings-table">
          <thead>
            <tr>
              <th>字体</th>
              {sets.map(({ set, label }) => (
                <th key={set}>{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faceOrder.map((face) => (
              <tr key={face}>
                <th scope="row">{faceLabels[face]}</th>
                {sets.map(({ set }) => (
                  <td key={set} data-current={set === current}>
                    {faces[face].wordName[set]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">只写进 Word 文件，不改变断行和页数。版面和 PDF 用本机装有的字体，没有的用程序自带字体代替，导出时会列出。</p>
      </SectionFrame>
    </>
  );
}
