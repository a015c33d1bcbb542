import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { writeText } from '../../../../shared/writers/text/write-text.js';
import { sampleIssue } from '../../../helpers/sample-issue.js';

const text = writeText(composeIssue(sampleIssue));

describe('writeText', () => {
  it('marks headings, leads and breaks set by hand as scanned issues have them', () => {
    expect(text).toContain('\n## 甲县“三聚焦三提升”  \n推动网络安全工作开创新局面\n\n——来自示例市的调研\n');
    expect(text).toContain('\n　　**聚焦机制建设，实现新提升。**构建统筹协调');
    expect(text).toContain('\n## 〔简 讯〕\n\n　　**丙区启动“百人千场”宣讲。**近日，丙区启动宣讲活动。\n');
  });

  it('writes the cover before the body and 版记 between rules at the end', () => {
    expect(
      text.startsWith(
        '000001\n\n编号：XX-06\n\n机密★1年\n\n# 宣传信息专报\n\n第6期\n\n中共示例市委宣传部\n\n2023年8月9日\n\n领导批示：请各单位学习借鉴。\n',
      ),
    ).toBe(true);
    expect(text.endsWith('\n---\n\n承办：政策法规研究室\n\n审核：张三\n\n编辑：李四\n\n电话：88880000\n\n印200份\n\n---\n')).toBe(true);
  });

  it('sets every paragraph of the 编者按 off', () => {
    expect(text).toContain('\n> **编者按：**甲县的做法有借鉴意义，现予刊发。\n\n> 供各单位参考。\n');
  });

  it('leaves every mark out in the plain form', () => {
    expect(writeText(composeIssue(sampleIssue), { marks: 'plain' })).not.toMatch(/\*\*|#|>|---|[ ]{2}\n/u);
  });

  it('keeps every word of the blocks', () => {
    const squeezed = writeText(composeIssue(sampleIssue), { marks: 'plain' }).replaceAll(/\s/gu, '');
    for (const { items } of sampleIssue.columns) {
      for (const paragraph of items.flatMap((item) => item.paragraphs))
        expect(squeezed).toContain(`${paragraph.lead ?? ''}${paragraph.text}`);
    }
  });
});
