import { Button } from 'antd';
import type { DistributionLine } from '../../shared/document/issue.js';
import { plainColumnName } from '../../shared/document/issue.js';
import type { Publication } from '../../shared/document/publication.js';
import { LineField } from '../ui/line-field.js';
import { changePublication } from './setting-edits.js';

type ColumnRow = Publication['columns'][number];

const setColumns = (columns: readonly ColumnRow[]): void => changePublication({ columns });
const setLines = (distribution: readonly DistributionLine[]): void => changePublication({ distribution });

/** 栏目 in their printed order, each with what it holds. */
export function ColumnRows({ columns }: { readonly columns: readonly ColumnRow[] }) {
  return (
    <>
      <ol className="line-rows">
        {columns.map((column, index) => {
          const set = (changes: Partial<ColumnRow>): void => setColumns(columns.with(index, { ...column, ...changes }));
          return (
            <li key={index} className="line-row" aria-label={`第${index + 1}个栏目`}>
              <div className="settings-column-name">
                <LineField
                  label="栏目名"
                  isLabelHidden
                  value={column.name}
                  onChange={(name) => set({ name })}
                  check={(text) => (text.trim() === '' ? '栏目名不能为空' : undefined)}
                  remark={isTwice(columns, column) ? '与另一栏目同名' : undefined}
                />
              </div>
              <select
                className="setting-select"
                aria-label="内容"
                value={column.form}
                onChange={({ target }) => set({ form: target.value === 'brief' ? 'brief' : 'article' })}
              >
                <option value="article">稿件（标题单独成行）</option>
                <option value="brief">简讯（标题接排正文）</option>
              </select>
              <RowActions rows={columns} index={index} onChange={setColumns} />
            </li>
          );
        })}
      </ol>
      <Button onClick={() => setColumns([...columns, { name: '新栏目', form: 'article' }])}>添加栏目</Button>
    </>
  );
}

function isTwice(columns: readonly ColumnRow[], column: ColumnRow): boolean {
  return columns.some((each) => each !== column && plainColumnName(each.name) === plainColumnName(column.name));
}

/** 报/送/发 with their receivers. */
export function ReceiverRows({ lines }: { readonly lines: readonly DistributionLine[] }) {
  return (
    <>
      <ol className="line-rows">
        {lines.map((line, index) => {
          const set = (changes: Partial<DistributionLine>): void => setLines(lines.with(index, { ...line, ...changes }));
          return (
            <li key={index} className="line-row" aria-label={`第${index + 1}行`}>
              <div className="line-row-label">
                <LineField
                  label="类别"
                  isLabelHidden
                  value={line.label}
                  onChange={(label) => set({ label })}
                  remark={line.label.trim() === '' ? '未填' : undefined}
                />
              </div>
              <span className="line-row-colon">：</span>
              <div className="line-row-text">
                <LineField
                  label="对象"
                  isLabelHidden
                  kind="text"
                  value={line.text}
                  onChange={(text) => set({ text })}
                  remark={line.text.trim() === '' ? '未填，只印类别' : undefined}
                />
              </div>
              <RowActions rows={lines} index={index} onChange={setLines} />
            </li>
          );
        })}
      </ol>
      <Button
        onClick={() =>
          setLines([...lines, { label: ['报', '送', '发'].find((label) => lines.every((line) => line.label !== label)) ?? '发', text: '' }])
        }
      >
        添加一行
      </Button>
    </>
  );
}

/** Said only where it is so: a control that says it is not disabled stays open in a form that is locked as a whole. */
function disabledAt(isEnd: boolean): { readonly disabled?: true } {
  return isEnd ? { disabled: true } : {};
}

interface RowActionsProps<Row> {
  readonly rows: readonly Row[];
  readonly index: number;
  readonly onChange: (rows: readonly Row[]) => void;
}

function RowActions<Row>({ rows, index, onChange }: RowActionsProps<Row>) {
  const swap = (other: number): void => onChange(rows.with(index, rows[other] as Row).with(other, rows[index] as Row));
  return (
    <div className="line-row-actions">
      <Button type="text" {...disabledAt(index === 0)} onClick={() => swap(index - 1)}>
        上移
      </Button>
      <Button type="text" {...disabledAt(index === rows.length - 1)} onClick={() => swap(index + 1)}>
        下移
      </Button>
      <Button type="text" onClick={() => onChange(rows.toSpliced(index, 1))}>
        删除
      </Button>
    </div>
  );
}
