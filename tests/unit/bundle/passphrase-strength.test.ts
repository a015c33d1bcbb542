import { describe, expect, it } from 'vitest';
import { madePassphrase } from '../../../shared/bundle/passphrase.js';
import { strengthOf } from '../../../shared/bundle/passphrase-strength.js';

const known = ['示例区委宣传部', '宣传信息专报', 'shiliqu'];

describe('strengthOf', () => {
  it.each([
    ['123456', '几秒', '“123456”是最常用的口令'],
    ['woaini1314', '几秒', '“woaini1314”是最常用的口令'],
    ['Password2024', '几秒', '年份容易猜到'],
    ['19820317', '几秒', '日期容易猜到'],
    ['2024年3月17日', '几秒', '日期容易猜到'],
    ['13987264150', '一小时左右', '电话号码容易猜到'],
    ['示例区委宣传部2024', '几秒', '年份容易猜到'],
    ['示例区委宣传部', '几秒', '“示例区委宣传部”是对方猜得到的名称'],
    ['ｓｈｉｌｉｑｕ', '几秒', '“shiliqu”是对方猜得到的名称'],
    ['zxcvbnm,./', '几分钟', '“zxcvbnm”是最常用的口令'],
    ['poiuytrewq', '几秒', '键盘上挨着的键容易猜到'],
    ['aaaaaaaaaaaaaaaaaaaa', '几秒', '重复的字不增加难度'],
    ['23456789', '几秒', '连着的字母或数字容易猜到'],
    ['hgfedcba', '几秒', '连着的字母或数字容易猜到'],
    ['zhangwei', '几秒', undefined],
    ['k7pk7pk7pk7p', '几分钟', '重复的字不增加难度'],
  ])('knows %s for weak: %s', (passphrase, time, weakness) => {
    const found = strengthOf(passphrase, known);
    expect([found.level, found.time, found.weakness]).toEqual(['weak', time, weakness]);
  });

  it.each([
    ['xuanchuanxinxi', 'weak'],
    ['wo zai haibian kan shu', 'strong'],
    ['海边读书人', 'fair'],
    ['海边读书的人不喝茶', 'strong'],
    ['K7p#mQ2x', 'fair'],
    ['K7p#mQ2xRv', 'strong'],
    ['', 'weak'],
  ])('%s is %s', (passphrase, level) => expect(strengthOf(passphrase, known).level).toBe(level));

  it('never calls a longer one easier by more than a guess at its case', () => {
    for (const whole of ['海边读书的人不喝茶', 'K7p#mQ2xRv', 'wo zai haibian kan shu'])
      for (let length = 1; length < whole.length; length += 1) {
        const order = ['weak', 'fair', 'strong'];
        expect(order.indexOf(strengthOf(whole, known).level)).toBeGreaterThanOrEqual(
          order.indexOf(strengthOf(whole.slice(0, length), known).level),
        );
      }
  });

  it('says nothing of a weakness that does no harm', () => {
    expect(strengthOf('海边读书的人不喝茶2024')).toEqual({ level: 'strong', time: '上百年' });
  });

  it('takes the time of a long one in stride', () => {
    expect(strengthOf('重复的字不增加难度'.repeat(20)).level).toBe('strong');
  });
});

describe('madePassphrase', () => {
  it('makes five words of 60 bits, strong enough, another for other bytes', () => {
    const one = madePassphrase(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(one).toMatch(/^(?:[\u4e00-\u9fff]{2} ){4}[\u4e00-\u9fff]{2}$/u);
    expect(strengthOf(one).level).toBe('strong');
    expect(madePassphrase(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 9]))).toBe(one);
    expect(madePassphrase(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 24]))).not.toBe(one);
  });
});
