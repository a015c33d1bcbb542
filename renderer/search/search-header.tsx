import { Button } from 'antd';
import { searchStore, useSearch } from './search-state.js';

/** How much was found. */
export function SearchHeader() {
  const answer = useSearch((state) => state.answer);
  const isReplacing = useSearch((state) => state.isReplacing);
  const isAsked = useSearch(({ words }) => words.trim() !== '');
  return (
    <>
      <h1 className="header-title">{isReplacing ? '全库替换' : '搜索'}</h1>
      {isAsked && answer && !isReplacing && (
        <span className="soft num">
          {answer.sources} 期（篇）· {answer.total} 篇稿件
        </span>
      )}
      <div className="header-actions">
        <Button onClick={() => searchStore.setState({ isReplacing: !isReplacing })}>{isReplacing ? '回到搜索' : '全库替换…'}</Button>
      </div>
    </>
  );
}

/** What can be typed, and what the keys do. */
export function SearchStatus() {
  return <span>多个词用空格分开，须同篇出现 · “ ”内整句查找 · 标题和单位可打拼音或首字母 · ↓ 到结果 · 回车打开</span>;
}
