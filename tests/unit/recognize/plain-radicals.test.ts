import { expect, it } from 'vitest';
import { withPlainRadicals } from '../../../shared/recognize/plain-radicals.js';

it('radicals, compatibility forms and ligatures are the characters they look like, all else stays', () => {
  expect(withPlainRadicals('⼀、⾸⻚⻔⼾⻓⻢⼤⺠，ﬁle，豈')).toBe('一、首页门户长马大民，file，豈');
  expect(withPlainRadicals('乙镇①㎡，Ａ１')).toBe('乙镇①㎡，Ａ１');
});
