import { expect, it } from 'vitest';
import { peopleIn } from '../../../../renderer/dialogs/people-text.js';

it('names one a line are kept in their order, each once, without blanks, and no longer than the record takes', () => {
  expect(peopleIn(' 张示例 \n\n李示例\n张示例\n')).toEqual(['张示例', '李示例']);
  expect(peopleIn('示'.repeat(50))).toEqual(['示'.repeat(40)]);
});
