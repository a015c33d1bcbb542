// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { sanitizeHtml } from '../../../renderer/ui/sanitize-html.js';

describe('sanitized manual', () => {
  it('keeps text, headings, lists, tables and links inside the page', () => {
    const html =
      '<h2 id="a">导入</h2><ul><li>一</li></ul><table><tbody><tr><td colspan="2">二</td></tr></tbody></table><a href="#a">见上</a>';
    expect(sanitizeHtml(html)).toBe(html);
  });

  it('drops scripts, styles, objects and handlers', () => {
    const cleaned = sanitizeHtml(
      '<p onclick="x()" style="color:red">甲</p><script>x()</script><style>p{}</style><object data="x"></object><svg onload="x()"></svg>',
    );
    expect(cleaned).toBe('<p>甲</p>');
  });

  it('takes away addresses outside the page', () => {
    const cleaned = sanitizeHtml(
      '<a href="https://example.invalid">甲</a><a href="javascript:x()">乙</a><img src="https://example.invalid/a.png"><img src="/assets/manual/a.png" alt="丙">',
    );
    expect(cleaned).not.toMatch(/example|javascript/u);
    expect(cleaned).toContain('src="/assets/manual/a.png"');
  });

  it('keeps the words of elements it does not know', () => {
    expect(sanitizeHtml('<article><p>甲</p><form>乙<button>丙</button></form></article>')).toBe('<p>甲</p>乙丙');
  });
});
