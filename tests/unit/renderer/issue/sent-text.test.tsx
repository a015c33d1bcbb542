// @vitest-environment window
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SentText } from '../../../../renderer/issue/sent-text.js';
import type { Item } from '../../../../shared/document/issue.js';
import { tableText } from '../../../../shared/document/table.js';
import { fakeServices } from '../../../helpers/fake-services.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';

afterEach(cleanup);

test('an article to be read shows its table line by line, its picture and the words set apart', async () => {
  fakeServices();
  const picture = { sha256: 'b'.repeat(64), type: 'png' as const, width: 40, height: 30 };
  const sent = article(
    '示例区读书',
    { ...p('先行先试。'), footnotes: [{ at: 2, text: '指示例区。' }], marks: [{ from: 2, to: 4, kind: 'kai' as const }] },
    { text: tableText('', [['书房'], ['东门\u2028西门']]), table: { headerRows: 1 } },
    { text: '图1 书房一角', picture },
  );
  const item = issue(column('经验交流', sent)).columns[0]?.items[0] as Item;
  const { container, findByText } = render(<SentText item={item} />);
  expect(container.querySelector('.ae-kai')?.textContent).toBe('先试');
  expect(container.querySelector('small')?.textContent).toBe('〔注：指示例区。〕');
  expect(container.querySelector('td')?.innerHTML).toBe('东门<br>西门');
  expect(container.querySelector('figcaption')?.textContent).toBe('图1 书房一角');
  await findByText(/图片不在资料库的附件里/u);
});
