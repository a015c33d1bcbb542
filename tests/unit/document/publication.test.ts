import { describe, expect, it } from 'vitest';
import { findPublication } from '../../../shared/document/known-publications.js';
import { defaultPublication, isSamePublicationName, publicationIdFor, publicationOfIssue } from '../../../shared/document/publication.js';
import { followingIssue, newIssue } from '../../../shared/document/edit-issue.js';
import { keyLabel } from '../../../shared/document/issue-key-label.js';
import { issueKey } from '../../../shared/document/issue.js';
import { parseKind } from '../../../shared/library/records/records.js';
import { sampleIssue } from '../../helpers/sample-issue.js';

const id = publicationIdFor('内部参考', new Set());
const ofOther = { ...sampleIssue, masthead: { ...sampleIssue.masthead, publication: id } };

describe('publications', () => {
  it('are told apart by their names: blanks, width and 《》 do not count', () => {
    expect(isSamePublicationName('内 部　参 考', '《内部参考》')).toBe(true);
    expect(isSamePublicationName('内参ＡＢ', '内参AB')).toBe(true);
    expect(isSamePublicationName('内部参考', '内部通报')).toBe(false);
  });

  it('get ids by their names, the same everywhere, others where one is taken', () => {
    expect(publicationIdFor('内 部 参 考', new Set())).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{8}$/u);
    const next = publicationIdFor('内部参考', new Set([id]));
    expect(next).toMatch(/^[0-9a-f]{8}$/u);
    expect(next).not.toBe(id);
  });

  it('are found by their own names before those that issues print, and the first comer names an unnamed library', () => {
    const known = [
      { name: '示例专报', names: ['示例专报', '内部参考'] },
      { id, name: '内部参考', names: ['内部参考', '内参'] },
    ];
    expect(findPublication(known, '内 部 参 考')?.id).toBe(id);
    expect(findPublication(known, '内参')?.id).toBe(id);
    expect(findPublication(known, '示例专报')).toBe(known[0]);
    expect(findPublication(known, '工作通报')).toBeUndefined();
    expect(findPublication([{ name: '宣传信息专报', names: [] }], '工作通报')?.name).toBe('宣传信息专报');
  });

  it('start issues of their own, and the next one stays with the last', () => {
    const next = (): string => 'c';
    expect(newIssue({ ...defaultPublication, id }, 1, '2026-03-02', next).masthead.publication).toBe(id);
    expect(newIssue(defaultPublication, 1, '2026-03-02', next).masthead).not.toHaveProperty('publication');
    expect(followingIssue(ofOther, '2026-03-02', next).masthead.publication).toBe(id);
  });

  it('give their issues keys of their own; those of the first stay what they were', () => {
    expect(issueKey(ofOther.masthead)).toBe(`${issueKey(sampleIssue.masthead)}-${id}`);
    expect(keyLabel(`2026-Z03-${id}`)).toBe('2026年增刊第3期');
    expect(parseKind('issue', ofOther)).toEqual({ ok: true, value: ofOther });
  });

  it('were one: an issue and a template of the version before are read as of the first', () => {
    expect(parseKind('issue', { ...sampleIssue, version: 11 })).toEqual({ ok: true, value: sampleIssue });
    expect(parseKind('publication', { ...defaultPublication, id, version: 2 })).toEqual({ ok: true, value: { ...defaultPublication, id } });
    expect(parseKind('publication', defaultPublication)).toMatchObject({ ok: false });
  });

  it('are what an issue says of its own', () => {
    const made = publicationOfIssue(sampleIssue);
    expect(made).toMatchObject({ name: sampleIssue.masthead.name, organ: sampleIssue.masthead.organ, imprint: sampleIssue.imprint });
    expect(made.columns).toEqual(sampleIssue.columns.map(({ name, form }) => ({ name, form })));
    expect(made.distribution).toEqual(sampleIssue.distribution);
  });
});
