import { AuditPane } from './audit-pane.js';
import { CheckPane } from './check-pane.js';
import { showKeepingTab, useKeeping } from './keeping-state.js';

/** 保管: whether the library is whole, and who did what when. */
export function KeepingView() {
  const tab = useKeeping((state) => state.tab);
  return (
    <section className="keeping" aria-label="保管" data-pane="keeping">
      <div className="pv-toolbar" role="toolbar" aria-label="保管">
        <span className="choice" role="group" aria-label="看什么">
          <button type="button" aria-pressed={tab === 'check'} onClick={() => showKeepingTab('check')}>
            自检
          </button>
          <button type="button" aria-pressed={tab === 'audit'} onClick={() => showKeepingTab('audit')}>
            操作记录
          </button>
        </span>
      </div>
      <div className="keeping-body" tabIndex={0} data-pane-focus aria-label={tab === 'check' ? '自检' : '操作记录'}>
        {tab === 'check' ? <CheckPane /> : <AuditPane />}
      </div>
    </section>
  );
}
