import { describe, expect, it } from 'vitest';
import { boldLead, guessLeads, sentenceEnd } from '../../../shared/recognize/leads.js';
import type { Rich } from '../../../shared/recognize/rich-text.js';

const rest = '全县建成书房六处，招募志愿者九十人，轮流值守。';

function rich(bold: string, plain: string): Rich {
  return {
    text: bold + plain,
    spans: [
      { line: 0, start: 0, length: bold.length, isBold: true },
      { line: 0, start: bold.length, length: plain.length, isBold: false },
    ].filter(({ length }) => length > 0),
  };
}

describe('leads from bold type', () => {
  it('hold two levels when both are bold', () => {
    expect(boldLead(rich('坚持先行。优化布局。', rest))).toEqual({ length: 10, isCompleted: false });
  });

  it('take the stop that was not bold', () => {
    expect(boldLead(rich('抓好阵地', `。${rest}`))).toEqual({ length: 5, isCompleted: false });
  });

  it('are completed to a short sentence when only its start is bold', () => {
    expect(boldLead(rich('抓好阵地', `，让书有处读。${rest}`))).toEqual({ length: 11, isCompleted: true });
  });
});

describe('guessed leads', () => {
  it('are parallel short first sentences after the opening paragraph', () => {
    expect(guessLeads([rest, `建好阵地。${rest}`, `带好队伍。${rest}`])).toEqual([0, 5, 5]);
  });

  it('are not guessed from one paragraph alone', () => {
    expect(guessLeads([rest, `建好阵地。${rest}`, rest])).toEqual([0, 0, 0]);
  });

  it('are not guessed where most paragraphs open with long sentences', () => {
    const long = `${'甲'.repeat(50)}。${rest}`;
    expect(guessLeads([long, `建好阵地。${rest}`, `带好队伍。${rest}`, long, long, long])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('leave out a first sentence unlike the others', () => {
    const odd = `在上级支持下，经过半年多努力，设施，人员，经费都已到位。${rest}`;
    expect(guessLeads([rest, `建好阵地。${rest}`, `带好队伍。${rest}`, odd])).toEqual([0, 5, 5, 0]);
  });

  it('hold a second level that is like another lead', () => {
    expect(guessLeads([rest, `坚持先行。优化布局。${rest}`, `规范管理。${rest}`])).toEqual([0, 10, 5]);
  });
});

describe('the end of a sentence', () => {
  it('is not inside quotation marks', () => {
    expect(sentenceEnd('他说“好。行。”就走了。后来', 0)).toBe(12);
  });
});
