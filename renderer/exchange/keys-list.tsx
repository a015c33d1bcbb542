import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { CallResponse } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { instantLabel } from '../library/issue-label.js';
import { tellFailure } from '../state/messages.js';
import { isReadOnly } from '../state/read-only.js';
import { confirm } from '../ui/confirm.js';
import { lookAgain } from './exchange-actions.js';

type Trust = CallResponse<'trust.list'>;
type Key = Trust['keys'][number];
const thisYear = new Date().getFullYear();

/** 可信的单位: keys that were decided on, by their four words, and this installation's own. */
export function KeysList() {
  const [trust, setTrust] = useState<Trust>();
  const read = useCallback(() => call('trust.list', {}).then(setTrust, tellFailure), []);
  useEffect(() => void read(), [read]);
  const decide = async ({ publicKey, unit, state }: Key): Promise<void> => {
    if (state === 'trusted' && !(await mayWithdraw(unit))) return;
    await call('trust.decide', { publicKey, state: state === 'trusted' ? 'withdrawn' : 'trusted' });
    await read();
    await lookAgain();
  };
  return (
    <>
      <h2 className="exchange-title">可信的单位</h2>
      {trust && (
        <p className="exchange-own">
          本机的四个词：<span className="words">{trust.own.words}</span>
          <span className="soft">（编号 {trust.own.device}，对方打电话来核对时读给对方听）</span>
        </p>
      )}
      {trust?.keys.length === 0 && <p className="library-empty">还没有核对过任何单位。第一次收到一个单位的交换包时，打电话核对四个词。</p>}
      <ul className="exchange-rows">
        {trust?.keys.map((key) => (
          <li key={key.publicKey}>
            <div>
              <span>
                {key.unit} <span className="words">{key.words}</span>
              </span>
              <span className="soft num">
                {key.state === 'trusted' ? '信任' : '停用'}自 {instantLabel(key.decidedAt, thisYear)} · 编号 {key.device}
              </span>
            </div>
            <Button disabled={isReadOnly()} onClick={() => attempt(() => decide(key))}>
              {key.state === 'trusted' ? '停用' : '重新信任'}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function mayWithdraw(unit: string): Promise<boolean> {
  return confirm({
    title: `停用“${unit}”的密钥`,
    text: '停用后，用这个密钥签名的交换包不能再导入；已经导入的不变。',
    danger: '停用',
    stay: '不停用',
  });
}
