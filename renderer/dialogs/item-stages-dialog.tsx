import { Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { stateLabels } from '../../shared/course/state-labels.js';
import { itemLabel } from '../../shared/document/edit-issue.js';
import { issueItems, plainColumnName } from '../../shared/document/issue.js';
import { stages } from '../../shared/document/issue-states.js';
import { goWithItems, useCourseFollowed, usePeople, useStandings } from '../issue/item-stages.js';
import { instantLabel } from '../library/issue-label.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';
import { useFirstField } from '../ui/first-field.js';
import { PersonField } from './person-field.js';

/** 各篇状态: where every article of the issue stands, who took it there and when; a choice takes effect at once. */
export function ItemStagesDialog() {
  useCourseFollowed();
  const people = usePeople();
  const issue = useIssueSession((session) => session.issue);
  const items = issue === undefined ? [] : issueItems(issue);
  const standings = useStandings(items.map(({ item }) => item.id));
  const [typed, setTyped] = useState<string>();
  const first = useFirstField();
  const who = (typed ?? people[0] ?? '').trim();
  return (
    <Modal open title="各篇状态" width={640} footer={null} onCancel={closeDialog}>
      <div className="course-form">
        <PersonField ref={first} people={people} value={typed ?? people[0] ?? ''} onChange={setTyped} back={{ kind: 'item-stages' }} />
      </div>
      <p className="soft">{who === '' ? '先写经手人，再改各篇的状态。' : '本期随走得最慢的一篇转步；本期转步，各篇也跟着转。'}</p>
      <table className="item-stages" aria-label="各篇状态">
        <tbody>
          {items.map(({ column, item }, index) => {
            const standing = standings[index];
            return (
              <tr key={item.id}>
                <td className="faint">〔{plainColumnName(column.name)}〕</td>
                <td className="item-stages-title">{itemLabel(item)}</td>
                <td>
                  <select
                    className="setting-select"
                    aria-label={`状态：${itemLabel(item)}`}
                    disabled={who === ''}
                    value={standing?.stage}
                    onKeyDown={openList}
                    onChange={({ target }) => {
                      const to = stages.find((stage) => stage === target.value);
                      if (to !== undefined) attempt(() => goWithItems([item.id], to, who));
                    }}
                  >
                    {stages.map((stage) => (
                      <option key={stage} value={stage}>
                        {stateLabels[stage]}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="soft num">
                  {standing?.step && `${standing.step.who} ${instantLabel(standing.step.at, new Date().getFullYear())}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Modal>
  );
}

const passingKeys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp'];

/** Such a key alone would take the article through every stage on the way, a step each: it opens the list to choose from. */
function openList(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.altKey || !passingKeys.includes(event.key)) return;
  event.preventDefault();
  event.currentTarget.showPicker();
}
