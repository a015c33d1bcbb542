import { useLibrary } from '../state/library-store.js';

export function KeepingHeader() {
  const count = useLibrary(({ issues }) => issues.length);
  return (
    <>
      <h1 className="header-title">保管</h1>
      <span className="soft num">资料库 {count} 期</span>
    </>
  );
}

export function KeepingStatus() {
  return <span>自检只看不改，修复先问；操作记录是资料库“操作记录”文件夹里的文本，每月一个，逐行带校验码</span>;
}
