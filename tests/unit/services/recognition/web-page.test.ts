import { describe, expect, it } from 'vitest';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import { looksLikeHtml } from '../../../../shared/recognize/read-html.js';
import { randomIds } from '../../../../electron/services/system-ports.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const title = '示例区书香巷里读书忙';
const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。';
const page = (body: string) =>
  `<html xmlns:o="urn:x"><head><meta charset="utf-8"><title>标题</title><style>p{color:red}</style></head><body>${body}</body></html>`;
const body = `<h1 align=center>${title}</h1>
<!-- 注释 --><p style="text-indent:2em"><b>抓阵地。</b>示例区把旧门市改成社区书房六处，
  藏书两万册，每日接待读者三千人次。<o:p></o:p></p><p class=MsoNormal>人气&amp;书香&#65306;&ldquo;满座&rdquo;&nbsp;</p>
<img src="a.png"><table><tr><td>书房</td><td>六处</td></tr></table><p align="right">（示例区委宣传部）</p>`;

async function read(bytes: Uint8Array, name = '稿.doc') {
  const result = await recognizeBytes(name, bytes, randomIds);
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  return result;
}

async function expectWords(bytes: Uint8Array): Promise<void> {
  const { article, warnings } = await read(bytes);
  expect(article.title).toBe(title);
  expect(article.paragraphs.map(({ lead, text: rest }) => [lead, rest])).toEqual([
    ['抓阵地。', text],
    [undefined, '人气&书香：“满座”'],
    [undefined, '书房 六处'],
  ]);
  expect(article.sources).toEqual(['示例区委宣传部']);
  expect(warnings).toContain('这是网页格式的文件，只读入了文字，1张图片没有读入。');
}

describe('a web page under the name of a Word file', () => {
  it('is read as words, never as tags', () => expectWords(encode(page(body))));
  it('is read with a doctype, a byte order mark, in capitals', () =>
    expectWords(encode(`\uFEFF<!DOCTYPE HTML>\r\n${page(body).replace('<html', '<HTML').replace('<body>', '<BODY>')}`)));

  const mhtml = (coding: string, content: string) =>
    encode(
      [
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; boundary="--=_x"',
        '',
        '----=_x',
        'Content-Type: text/html; charset="utf-8"',
      ].join('\r\n') +
        ['', `Content-Transfer-Encoding: ${coding}`, '', content, '----=_x', 'Content-Type: image/png', '', 'xx', '----=_x--'].join('\r\n'),
    );
  it('is read out of MHTML in base64', () => expectWords(mhtml('base64', Buffer.from(page(body)).toString('base64'))));
  it('is read out of MHTML in quoted-printable', async () => {
    const quoted = [...Buffer.from(page(body))].map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    );
    await expectWords(mhtml('quoted-printable', quoted.map((each, at) => (at % 60 === 59 ? `${each}=\r\n` : each)).join('')));
  });

  it.each(['<title>示例网</title>', '<style>p{margin:0}</style>', '<div>', '<meta charset="utf-8">', '<!-- 正文 -->\n<span></span>'])(
    'is read though it begins without its outermost tags: %s',
    (head) => expectWords(encode(`${head}${/<body>([\s\S]*)<\/body>/u.exec(page(body))?.[1] ?? ''}`)),
  );

  it.each(['<甲县>', '<zbx>', '<w:wordDocument>'])('is no text that begins with marks of its own: %s', async (head) => {
    const { article } = await read(encode(`${title}\n${head}\n示例区的网站就是这样写成的，读者越来越多。`));
    expect(`${article.title}${article.paragraphs.map(({ text: each }) => each).join('')}`).toContain(head);
    expect(looksLikeHtml(`${head}\n示例区的网站就是这样写成的。`)).toBe(false);
  });

  it('is no text that only speaks of tags', async () => {
    const plain = `${title}\n网页开头写<html>，结尾写</html>，示例区的网站就是这样写成的。`;
    expect((await read(encode(plain))).article.paragraphs[0]?.text).toContain('<html>');
  });
});

describe('a page of a web site', () => {
  const words = '近日，示例区把旧门市改成社区书房六处，藏书两万册，居民出门走上一刻钟就能坐下来读书。';
  const own = (head: string, links: string, rest = '') =>
    `<html><head><title>${head}</title></head><body><div>${links}</div><div>当前位置：首页</div><p>书房建到家门口</p><p>来源：示例区委宣传部</p><p>${words}</p>${rest}</body></html>`;
  const menus = (count: number) => '<a href="#">栏目</a>'.repeat(count);
  const titled = async (html: string) => {
    const { article, warnings, leftAside } = await read(encode(html));
    return { title: article.title, warnings: warnings.join(), aside: leftAside.map(({ text: each }) => each) };
  };

  it('begins with the line its own title names and ends before the words of the site', async () => {
    const result = await titled(own('书房建到家门口_示例网', menus(8), '<p>上一篇：丙村修路</p>'));
    expect(result.title).toBe('书房建到家门口');
    expect(result.warnings).toContain('网页上标题前面的2行栏目和链接、正文后面的1行网站说明没有收入，请对照原件。');
    expect(result.aside).toEqual(expect.arrayContaining(['当前位置：首页', '上一篇：丙村修路']));
  });

  it('is one too with few links where it says what is its menu', async () => {
    expect((await titled(own('书房建到家门口', '<nav>网站首页</nav>'))).title).toBe('书房建到家门口');
  });

  it('is told where it does not say what its title is', async () => {
    expect((await titled(own('示例区人民政府门户网站', menus(8)))).warnings).toContain('网页上没有认出哪一行是标题');
  });

  it('is none with few links, nor with those of Word within a file', async () => {
    for (const links of [menus(7), '<a href="#_Toc1">栏目</a>'.repeat(20)]) {
      const { warnings, aside } = await titled(own('书房建到家门口', links));
      expect(warnings).not.toContain('网页上');
      expect(aside).not.toContain('当前位置：首页');
    }
  });
});

describe('a table of a web page', () => {
  const cells = (...rows: readonly (readonly string[])[]) =>
    rows.map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join('')}</tr>`).join('');
  const texts = async (table: string) => {
    const { article } = await read(encode(page(`<h1>${title}</h1><p>${text}</p>${table}<p>${text}</p>`)));
    return article.paragraphs.slice(1, -1).map((each) => [each.text, each.table?.headerRows]);
  };

  it('is a table of the text, its cells’ paragraphs and line ends kept', async () => {
    const rows = cells(['<p>片区</p>', '<p>书房</p>'], ['<p>东城</p><p>含新区</p>', '20<br>处'], ['西城', '18']);
    expect(await texts(`<table border=1>${rows}</table>`)).toEqual([['\n片区\t书房\n东城\u2028含新区\t20\u2028处\n西城\t18', 1]]);
  });

  it('has the words of merged cells in the first of them', async () => {
    const rows =
      '<tr><td rowspan="2">片区</td><td colspan=2>场次</td></tr><tr><td>上半年</td><td>下半年</td></tr><tr><td>东城</td><td>12</td><td>15</td></tr>';
    expect(await texts(`<table>${rows}</table>`)).toEqual([['\n片区\t场次\t\n\t上半年\t下半年\n东城\t12\t15', 0]]);
  });

  it.each([
    ['of one row', cells(['甲', '乙', '丙'])],
    ['of one column', cells(['甲'], ['乙'], ['丙'])],
    [
      'that only lays out the page',
      `<tr><td colspan=2><p>甲</p></td></tr><tr><td>乙<table><tr><td>丙</td></tr></table></td><td>丁</td></tr>`,
    ],
    ['that is a form', cells(['报送单位', '甲县'], ['联系电话', '0000'], ['题目', '某稿'])],
  ])('%s is none of the text: its words stay', async (_name, rows) => {
    const found = await texts(`<table>${rows}</table>`);
    expect(found.some(([, header]) => header !== undefined)).toBe(false);
  });

  it('is one of the text inside one that lays out the page', async () => {
    const inner = `<table>${cells(['镇', '场次'], ['东镇', '150'], ['西镇', '160'])}</table>`;
    const found = await texts(`<table><tr><td><p>${text}</p>${inner}<p>${text}</p></td></tr></table>`);
    expect(found).toEqual([
      [text, undefined],
      ['\n镇\t场次\n东镇\t150\n西镇\t160', 1],
      [text, undefined],
    ]);
  });

  it('has its caption, by its own element or as a row over all of it', async () => {
    const rows = cells(['镇', '场次'], ['东镇', '150'], ['西镇', '160']);
    expect(await texts(`<table><caption>场次安排</caption>${rows}</table>`)).toEqual([['场次安排\n镇\t场次\n东镇\t150\n西镇\t160', 1]]);
    expect(await texts(`<table><tr><td colspan=2>表1 场次</td></tr>${rows}</table>`)).toEqual([
      ['表1 场次\n镇\t场次\n东镇\t150\n西镇\t160', 1],
    ]);
    expect(await texts(`<table><tr><td colspan=2>一、东片</td></tr>${rows}</table>`)).toEqual([
      ['\n一、东片\t\n镇\t场次\n东镇\t150\n西镇\t160', 0],
    ]);
  });

  it('has no columns that only came of cells over several', async () => {
    const rows = '<tr><td colspan=2>镇</td><td>场次</td></tr><tr><td colspan=2>东镇</td><td>150</td></tr>';
    expect(await texts(`<table>${rows}</table>`)).toEqual([['\n镇\t场次\n东镇\t150', 1]]);
  });
});

describe('what a web page says beside its words', () => {
  const found = async (rest: string) => {
    const { article, leftAside, warnings } = await read(encode(page(`<h1>${title}</h1><p>${text}</p>${rest}`)));
    const paragraphs = article.paragraphs
      .slice(1)
      .map((each) => [(each.lead ?? '') + each.text, ...(each.footnotes ?? []).map((note) => `${String(note.at)} ${note.text}`)]);
    return { paragraphs, leftAside: leftAside.map((each) => `${each.text}｜${each.reason}`), warnings };
  };

  it('is told: what was deleted, hidden or commented, pictures, the frame of the page', async () => {
    const { paragraphs, leftAside, warnings } = await found(
      '<p>书房<del>五</del><ins>六</ins>处<span style="display:none">甲</span>。<a class=msocomanchor href="#_msocom_1">[王1]</a></p>' +
        '<img alt="书房一角" src="a.png"><nav><a href="/">首页</a></nav><footer>版权所有</footer><div style="mso-element:comment">请核</div>',
    );
    expect(paragraphs).toEqual([['书房六处。']]);
    expect(leftAside).toEqual(
      expect.arrayContaining([
        '五｜修订中删除的文字',
        '甲｜隐藏文字',
        '[王1]｜批注',
        '首页｜网页的导航、页脚',
        '版权所有｜网页的导航、页脚',
        '请核｜批注',
      ]),
    );
    expect(leftAside).toContain('图片：书房一角｜图片没有收入：图片不在这个文件里');
    expect(warnings).toContain('文件带有修订，已按接受修订后的文字读入，删除的文字列在未采用清单中，请核对。');
  });

  it('is a note where two links name each other', async () => {
    const mark = (name: string, target: string, number: string) => `<a name="${name}" href="#${target}">${number}</a>`;
    const notes = `<div><div id=f1><p>${mark('b1', 'a1', '[1]')} 据统计。</p><p>不含在建。</p></div><div><p>${mark('b2', 'a2', '[2]')}见附件。</p></div></div>`;
    const { paragraphs } = await found(
      `<p>书房六处${mark('a1', 'b1', '[1]')}，<b>藏书</b>两万${mark('a2', 'b2', '[2]')}。</p><p>后段。</p>${notes}`,
    );
    expect(paragraphs).toEqual([['书房六处，藏书两万。', '4 据统计。 不含在建。', '9 见附件。'], ['后段。']]);
  });

  it('is no note where one link alone leads down the page', async () => {
    const { paragraphs } = await found('<p>详见<a href="#b">[1]</a>。</p><p><a name="b">[1]</a> 据统计。</p>');
    expect(paragraphs).toEqual([['详见[1]。'], ['[1] 据统计。']]);
  });

  it('is which words are struck through', async () => {
    const { paragraphs, warnings } = await found('<p>书房<s>五</s>六处。</p>');
    expect(paragraphs).toEqual([['书房五六处。']]);
    expect(warnings).toContain('第3段的“五”带有删除线，已照样收入，请核对。');
  });

  it('are the numbers of a list, and figures raised and lowered', async () => {
    const { paragraphs } = await found('<ol start=3><li>建书房。<li>添新书，30m<sup>2</sup>。</ol><ul><li>CO<sub>2</sub>减一成。</ul>');
    expect(paragraphs).toEqual([['3.建书房。'], ['4.添新书，30m²。'], ['CO₂减一成。']]);
  });

  it('is read in time, however deep and unclosed', async () => {
    const deep = `${'<div>'.repeat(50_000)}<p>深处。${'</x>'.repeat(50_000)}${'<li><a href="#a" name="b">1</a>'.repeat(20_000)}`;
    expect((await found(deep)).paragraphs[0]).toEqual(['深处。']);
    // Many times what it takes: only what grows with the square of its size does not end.
  }, 180_000);

  it('is a field in an element of its own, though nothing parts it from the day before it', async () => {
    const head = '<p><span>2031-09-18 09:12</span><span>来源：示例区教育局</span><span>作者：张示例</span></p>';
    const { article, facts, notes } = await read(encode(page(`<h1>${title}</h1>${head}<p>${text}</p>`)));
    expect([article.sources, facts.author]).toEqual([['示例区教育局'], '张示例']);
    expect(notes.join('')).toContain('2031-09-18');
    expect((await found('<p>他说<b>来源</b>清楚。</p>')).paragraphs).toEqual([['他说来源清楚。']]);
  });

  it('is a form with its labels in brackets', async () => {
    const cells = [
      ['【标题】', title],
      ['【作者】', '张示例'],
      ['【正文】', text],
    ];
    const rows = cells.map((each) => `<tr>${each.map((words) => `<td>${words}</td>`).join('')}</tr>`);
    const { article, facts } = await read(encode(`<div><table>${rows.join('')}</table></div>`));
    expect([article.title, facts.author, article.paragraphs.map((each) => each.text)]).toEqual([title, '张示例', [text]]);
  });
});

describe('a page of a site with few links', () => {
  const around = (name: string) =>
    encode(`<html><head><title>${title}${name}</title></head><body><div><a href="/">首页</a></div><div>当前位置：首页</div>
      <h1>${title}</h1><p>${text}</p><div>扫一扫在手机打开</div><div>主办：示例区办公室</div></body></html>`);

  it('is told by its title, which names the site', async () => {
    for (const name of ['_示例区人民政府', '-示例融媒']) {
      const { article, warnings } = await read(around(name), '稿.html');
      expect([article.title, article.paragraphs.length]).toEqual([title, 1]);
      expect(warnings.join('')).toMatch(/标题前面的2行.*正文后面的2行/u);
    }
  });

  it('is none where the title names nothing but the text', async () => {
    for (const name of ['', '_第2稿', '-示例篇'])
      expect((await read(around(name), '稿.html')).warnings.join('')).not.toContain('没有收入，请对照原件');
  });
});
