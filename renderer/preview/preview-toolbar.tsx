/** The row above the pages: which page, how large, one or two across. */
import { Select } from 'antd';
import { memo } from 'react';
import { SideTabs } from './side-tabs.js';
import { nextZoom, turnedPage, zoomSteps, type Zoom } from './zoom.js';

export interface PreviewToolbarProps {
  readonly zoom: Zoom;
  readonly scale: number;
  readonly isSpread: boolean;
  /** The page in view, from 1; 0 while there is none. */
  readonly page: number;
  readonly pageCount: number;
  onZoom(zoom: Zoom): void;
  onSpread(isSpread: boolean): void;
  onPage(page: number): void;
}

/** Remembered between key strokes: the list of zooms is dear to draw. */
export const PreviewToolbar = memo(function PreviewToolbar({
  zoom,
  scale,
  isSpread,
  page,
  pageCount,
  onZoom,
  onSpread,
  onPage,
}: PreviewToolbarProps) {
  const first = Math.max(1, page),
    last = isSpread && first % 2 === 0 ? Math.min(first + 1, pageCount) : first;
  const pages = first === last ? String(first) : `${String(first)}–${String(last)}`;
  const turn = (direction: 1 | -1): number | undefined => turnedPage(first, direction, pageCount, isSpread);
  return (
    <div className="pv-toolbar" role="toolbar" aria-label="版面">
      <SideTabs />
      <span className="pv-pages num">
        <button
          type="button"
          className="pv-tool"
          title="上一页"
          aria-label="上一页"
          disabled={turn(-1) === undefined}
          onClick={() => onPage(turn(-1) ?? first)}
        >
          ‹
        </button>
        {pageCount === 0 ? (
          '排版中'
        ) : (
          <span
            className="pv-page-number"
            title={`第 ${pages} 页，共 ${String(pageCount)} 页`}
          >{`${pages} / ${String(pageCount)} 页`}</span>
        )}
        <button
          type="button"
          className="pv-tool"
          title="下一页"
          aria-label="下一页"
          disabled={turn(1) === undefined}
          onClick={() => onPage(turn(1) ?? first)}
        >
          ›
        </button>
      </span>
      <span className="pv-zoom num">
        <button type="button" className="pv-tool pv-wide" aria-pressed={isSpread} onClick={() => onSpread(!isSpread)}>
          双页
        </button>
        <button type="button" className="pv-tool pv-step" title="缩小" aria-label="缩小" onClick={() => onZoom(nextZoom(scale, -1))}>
          −
        </button>
        <Select<string>
          className="pv-select"
          variant="borderless"
          aria-label="显示比例"
          popupMatchSelectWidth={112}
          value={String(zoom)}
          options={options(zoom, scale)}
          labelRender={() => <ZoomLabel zoom={zoom} scale={scale} />}
          onChange={(value) => onZoom(value === 'width' || value === 'page' ? value : Number(value))}
        />
        <button type="button" className="pv-tool pv-step" title="放大" aria-label="放大" onClick={() => onZoom(nextZoom(scale, 1))}>
          ＋
        </button>
      </span>
    </div>
  );
});

/** The zoom in words and per cent; the words give way in a narrow pane. */
function ZoomLabel({ zoom, scale }: Pick<PreviewToolbarProps, 'zoom' | 'scale'>) {
  const rule = { width: '适合宽度 ', page: '整页 ' }[String(zoom)] ?? '';
  return (
    <span>
      <span className="pv-zoom-rule">{rule}</span>
      {String(Math.round(scale * 100))}%
    </span>
  );
}

function options(zoom: Zoom, scale: number): { value: string; label: string }[] {
  const percent = `${String(Math.round(scale * 100))}%`;
  const steps = typeof zoom === 'number' && !zoomSteps.includes(zoom) ? [...zoomSteps, zoom].sort((a, b) => a - b) : zoomSteps;
  return [
    { value: 'width', label: zoom === 'width' ? `适合宽度 ${percent}` : '适合宽度' },
    { value: 'page', label: zoom === 'page' ? `整页 ${percent}` : '整页' },
    ...steps.map((step) => ({ value: String(step), label: `${String(step)}%` })),
  ];
}
