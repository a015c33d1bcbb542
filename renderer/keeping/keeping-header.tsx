import { usePurpose } from '../state/contributor.js';
import { useLibrary } from '../state/library-store.js';

/** What is kept here: issues in an office, manuscripts in a unit. */
export function KeepingHeader() {
  const issues = useLibrary((library) => library.issues.length);
  const submissions = useLibrary((library) => library.submissions.length);
  const isUnit = usePurpose() === 'unit';
  return (
    <>
      <h1 className="header-title">保管</h1>
      <span className="soft num">资料库 {isUnit ? `稿件 ${String(submissions)} 篇` : `${String(issues)} 期`}</span>
    </>
  );
}

export function KeepingStatus() {
  return <span>自检只看不改，修复先问；操作记录是资料库“操作记录”文件夹里的文本，每月一个，逐行带校验码</span>;
}
