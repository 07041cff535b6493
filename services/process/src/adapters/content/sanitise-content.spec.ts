import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { aPng, pngUri } from './png.fixture.ts';
import { plainText, sanitiseContent } from './sanitise-content.ts';

const codes = (html: string) => sanitiseContent(html).problems.map(({ code }) => code);
const clean = (html: string) => {
  const { html: canonical, problems } = sanitiseContent(html);
  expect(problems).toEqual([]);
  return canonical;
};

/** Another sanitiser, with the words that canonical content is made of: it must find nothing to take away. */
const refereed = (html: string) =>
  sanitizeHtml(html, {
    allowedTags: [
      'p', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'hr', 'br', 'figure', 'img', 'a',
      'strong', 'em', 'u', 's', 'sub', 'sup',
    ],
    allowedAttributes: {
      p: ['style'], h1: ['style'], h2: ['style'], h3: ['style'], h4: ['style'], figure: ['style'], ol: ['type', 'start'],
      td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], hr: ['class'], img: ['src', 'alt', 'width'], a: ['href'],
    },
    allowedClasses: { hr: ['page-break'] },
    allowedStyles: { '*': { 'text-align': [/^(?:center|right|justify)$/] } },
    allowedSchemes: ['https', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    disallowedTagsMode: 'escape',
    parser: { decodeEntities: true },
  });
/** Serialisers differ only in how they write empty elements, quotes and the no-break space. */
const comparable = (html: string) => html.replace(/ \/>/g, '>').replace(/&quot;/g, '"').replace(/&nbsp;/g, '\u00a0');

const expectSafe = (html: string) => {
  const { html: canonical } = sanitiseContent(html);
  expect(comparable(refereed(canonical))).toBe(comparable(canonical));
  expect(sanitiseContent(canonical).html).toBe(canonical);
};

describe('what a document keeps', () => {
  it.each([
    ['<p>a</p><div>b <b>c</b></div>d', '<p>a</p>\n<p>b <strong>c</strong></p>\n<p>d</p>'],
    ['<h1>Título</h1><h6>menor</h6>', '<h1>Título</h1>\n<h4>menor</h4>'],
    ['<p style="TEXT-ALIGN: Center; color: red">x</p>', '<p style="text-align:center">x</p>'],
    ['<div align=right><p>x</p></div>', '<p style="text-align:right">x</p>'],
    ['<b><i><u><s>x</s></u></i></b>', '<p><strong><em><u><s>x</s></u></em></strong></p>'],
    ['<i><b>x</b></i><em><strong>y</strong></em>', '<p><strong><em>xy</em></strong></p>'],
    ['<span style="font-weight:700;text-decoration:underline">x</span>', '<p><strong><u>x</u></strong></p>'],
    ['<b style="font-weight:normal">x</b>', '<p>x</p>'],
    ['H<sub>2</sub>O m<sup>2</sup>', '<p>H<sub>2</sub>O m<sup>2</sup></p>'],
    ['<ul><li>a<ul><li>b</ul><li>c</ul>', '<ul>\n<li><p>a</p><ul>\n<li><p>b</p></li>\n</ul></li>\n<li><p>c</p></li>\n</ul>'],
    ['<ol start=3 style="list-style-type:upper-roman"><li>a', '<ol type="I" start="3">\n<li><p>a</p></li>\n</ol>'],
    [
      '<table><thead><tr><th>a<th colspan="2">b</thead><tr><td rowspan=2>1<td>2<td>3</table>',
      '<table>\n<tr><th><p>a</p></th><th colspan="2"><p>b</p></th></tr>\n<tr><td rowspan="2"><p>1</p></td><td><p>2</p></td><td><p>3</p></td></tr>\n</table>',
    ],
    ['<blockquote>q<hr>r</blockquote>', '<blockquote><p>q</p><hr><p>r</p></blockquote>'],
    ['a<br>b<br><br>', '<p>a<br>b</p>'],
    ['<p></p><p><br></p><p>&nbsp;</p>', '<p></p>\n<p></p>\n<p></p>'],
    ['<a href="HTTPS://Campinas.sp.gov.br/a?b=1&amp;c=&quot;">ver</a>', '<p><a href="https://campinas.sp.gov.br/a?b=1&amp;c=%22">ver</a></p>'],
    ['<a href="mailto:protocolo@campinas.sp.gov.br">e-mail</a>', '<p><a href="mailto:protocolo@campinas.sp.gov.br">e-mail</a></p>'],
    ['<a href="https://www.gov.br/x">gov.br/x</a>', '<p><a href="https://www.gov.br/x">gov.br/x</a></p>'],
    ['<a name="_Toc1">x</a><a href="#y">y</a>', '<p>xy</p>'],
    ['<p>a<!-- pagebreak -->b</p>', '<p>a</p>\n<hr class="page-break">\n<p>b</p>'],
    ['<div class="page-break" style="page-break-after:always"><span style="display:none">&nbsp;</span></div>', '<hr class="page-break">'],
    ['R$ 10 < 20 &amp; "x"', '<p>R$ 10 &lt; 20 &amp; &quot;x&quot;</p>'],
  ])('%s', (html, canonical) => {
    expect(clean(html)).toBe(canonical);
    expect(clean(canonical)).toBe(canonical);
    expectSafe(html);
  });

  it('pictures that are inside the document, wherever the editor put them', () => {
    const uri = pngUri(aPng());
    expect(clean(`<p style="text-align:center">a<img src="${uri}" alt="Mapa" width="50%">b</p>`)).toBe(
      `<p style="text-align:center">a</p>\n<figure style="text-align:center"><img src="${uri}" alt="Mapa" width="300"></figure>\n<p style="text-align:center">b</p>`,
    );
  });

  it('nothing that is only noise of an editor', () => {
    const word =
      '<!--[if gte mso 9]><xml>x</xml><![endif]--><p class="MsoNormal" style=\'margin:0cm;text-indent:-18.0pt;margin-left:36pt;font-size:12.0pt;color:windowtext;mso-list:l0\'>' +
      '<span lang=PT-BR style="font-family:&quot;Arial&quot;,sans-serif;background:white">Art.&nbsp;1º<o:p></o:p></span></p><font size=1 color="#333">ok</font>';
    expect(clean(word)).toBe('<p>Art.&nbsp;1º</p>\n<p>ok</p>');
    expect(clean('pa\u200bla\u00advra\ufeff\u0007 co\u0301pia')).toBe('<p>palavra cópia</p>');
  });

  it('every word that is read, also where the source puts it out of place', () => {
    expect(clean('<table>fora<tr><td>1<td>2</tr><caption>Título</caption><tr>meio</table>')).toBe(
      '<p>Título</p>\n<table>\n<tr><td><p>fora</p></td></tr>\n<tr><td><p>1</p></td><td><p>2</p></td></tr>\n<tr><td><p>meio</p></td></tr>\n</table>',
    );
    expect(clean('<ul>x<li>y</ul><li>z</li><td>w</td>')).toBe('<ul>\n<li><p>x</p></li>\n<li><p>y</p></li>\n</ul>\n<p>z</p>\n<p>w</p>');
  });
});

describe('what could deceive is refused and named', () => {
  it.each([
    ['SCRIPT_FORBIDDEN', '<script>alert(1)</script>'],
    ['SCRIPT_FORBIDDEN', '<ScRiPt src=//x>'],
    ['SCRIPT_FORBIDDEN', '<scr\0ipt>alert(1)</scr\0ipt>'],
    ['SCRIPT_FORBIDDEN', '<p onclick="x()">a</p>'],
    ['SCRIPT_FORBIDDEN', '<p/ONMOUSEOVER=x()//>a'],
    ['SCRIPT_FORBIDDEN', '<a href="javascript:alert(1)">x</a>'],
    ['SCRIPT_FORBIDDEN', '<a href="&#106;ava&Tab;script&colon;alert(1)">x</a>'],
    ['SCRIPT_FORBIDDEN', '<a href="\u0001 java\nscript:alert(1)">x</a>'],
    ['SCRIPT_FORBIDDEN', '<a href="vbscript:x">x</a>'],
    ['SCRIPT_FORBIDDEN', '<a href="data:text/html,<script>x</script>">x</a>'],
    ['SCRIPT_FORBIDDEN', '<meta http-equiv=refresh content="0;url=//x">'],
    ['ELEMENT_FORBIDDEN', '<iframe src="https://x.example"></iframe>'],
    ['ELEMENT_FORBIDDEN', '<iframe srcdoc="<p>x">'],
    ['ELEMENT_FORBIDDEN', '<form action=//x><input name=a></form>'],
    ['ELEMENT_FORBIDDEN', '<svg><script>alert(1)</script></svg>'],
    ['ELEMENT_FORBIDDEN', '<style>p{display:none}</style>'],
    ['ELEMENT_FORBIDDEN', '<object data=x></object>'],
    ['ELEMENT_FORBIDDEN', '<base href="https://x.example/">'],
    ['IMAGE_EXTERNAL', '<img src="https://x.example/a.png">'],
    ['IMAGE_EXTERNAL', '<img src="//x.example/a.png">'],
    ['IMAGE_EXTERNAL', '<p style="background:url(https://x.example)">a</p>'],
    ['IMAGE_EXTERNAL', '<table background="//x.example/a.gif"><tr><td>a</table>'],
    ['IMAGE_UNSUPPORTED', '<img src="data:image/svg+xml;base64,PHN2Zz4=">'],
    ['IMAGE_UNSUPPORTED', '<img src="data:image/png;base64,AAAA">'],
    ['IMAGE_UNSUPPORTED', `<img src="${pngUri(aPng()).slice(0, -40)}">`],
    ['LINK_FORBIDDEN', '<a href="http://x.example">x</a>'],
    ['LINK_FORBIDDEN', '<a href="file:///etc/passwd">x</a>'],
    ['LINK_FORBIDDEN', '<a href="https://www.gov.br@x.example/">x</a>'],
    ['LINK_FORBIDDEN', '<a href="/relative">x</a>'],
    ['LINK_MISLEADING', '<a href="https://x.example/">https://www.gov.<b>br</b></a>'],
    ['TEXT_HIDDEN', '<span style="display:none">secret</span>'],
    ['TEXT_HIDDEN', '<span style="DISPLAY/**/: no\\6e e !important">secret</span>'],
    ['TEXT_HIDDEN', '<div hidden><p>secret</p></div>'],
    ['TEXT_HIDDEN', '<p style="visibility:hidden">secret</p>'],
    ['TEXT_HIDDEN', '<p style="opacity:.4"><span style="opacity:50%">secret</span></p>'],
    ['TEXT_HIDDEN', '<p style="font-size:0">secret</p>'],
    ['TEXT_HIDDEN', '<p style="font-size:1pt">secret</p>'],
    ['TEXT_HIDDEN', '<p style="font-size:40%"><span style="font-size:.5em">secret</span></p>'],
    ['TEXT_HIDDEN', '<p style="font:0/0 a">secret</p>'],
    ['TEXT_HIDDEN', '<p style="color:#fff">secret</p>'],
    ['TEXT_HIDDEN', '<font color=white>secret</font>'],
    ['TEXT_HIDDEN', '<p style="color:transparent">secret</p>'],
    ['TEXT_HIDDEN', '<p style="color:rgba(0,0,0,.05)">secret</p>'],
    ['TEXT_HIDDEN', '<p style="color:hsl(0,0%,98%)">secret</p>'],
    ['TEXT_HIDDEN', '<p style="background:#003366;color:#003365">secret</p>'],
    ['TEXT_HIDDEN', '<p style="text-indent:-9999px">secret</p>'],
    ['TEXT_HIDDEN', '<p style="position:absolute;left:-9999px">secret</p>'],
    ['TEXT_HIDDEN', '<p style="margin-left:100in">secret</p>'],
    ['TEXT_HIDDEN', '<p style="height:0;overflow:hidden">secret</p>'],
    ['TEXT_HIDDEN', '<p style="clip-path:inset(50%)">secret</p>'],
    ['TEXT_HIDDEN', '<p style="transform:scale(0)">secret</p>'],
    ['TEXT_REVERSED', '<p>pago 001\u202e002</p>'],
    ['TEXT_REVERSED', '<p>&#x202E;x</p>'],
    ['TEXT_REVERSED', '<bdo dir=rtl>100-200</bdo>'],
    ['TEXT_REVERSED', '<p style="direction:rtl">100-200</p>'],
    ['TEXT_BROKEN', 'a\ud800b'],
  ])('%s: %j', (code, html) => {
    expect(codes(html)).toContain(code);
    expectSafe(html);
  });

  it('all at once, each with what was found, in both languages', () => {
    const { problems } = sanitiseContent('<p onclick=a onload=b>x</p><img src="https://x.example/a.png"><b style="display:none">segredo</b>');
    expect(problems.map(({ code }) => code)).toEqual(['SCRIPT_FORBIDDEN', 'IMAGE_EXTERNAL', 'TEXT_HIDDEN']);
    expect(problems[0]?.message).toEqual({
      pt: 'O texto tem programas ou ações automáticas: onclick, onload. Remova-os.',
      en: 'The text has scripts or automatic actions: onclick, onload. Remove them.',
    });
    expect(problems[2]?.message.pt).toContain('“segredo”');
  });

  it.each([
    '<p style="background:#003366"><span style="color:white">visível</span></p>',
    '<table><tr bgcolor="navy"><th style="color:#fff">visível</th></tr></table>',
    '<span style="display:none"> </span><p style="color:#999;opacity:.9;font-size:8pt;font:italic bold 700 12pt/1.5 Arial">visível</p>',
    '<p style="overflow:hidden;margin:0 auto;letter-spacing:-.05pt;position:relative;top:-3pt">visível</p>',
  ])('but not what anybody sees: %s', (html) => {
    expect(codes(html)).toEqual([]);
  });
});

describe('hostile sources', () => {
  it.each([
    '<svg><style><a id="</style><img src=1 onerror=alert(1)>"></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<p title="<!--"><img alt="--><script>x</script>">a',
    '<img alt="&quot;><script>alert(1)</script>" src=x>',
    '<a href="https://x.example/&quot;onmouseover=&quot;x">a</a>',
    '<<p>script>alert(1)<</p>/script>',
    '<b><table><i><tr></b><td><a><div></a></table></i>',
    '</p></div><![CDATA[<script>x</script>]]><?php x ?><!doctype x>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<textarea></textarea><script>x</script>',
    '<template><p onclick=x>a</template><xmp><p></xmp>',
    '<p id=__proto__ constructor=x __proto__=y>a</p><constructor>b</constructor><h1 class=toString>c',
    '{{constructor.constructor("x")()}}',
  ])('give only what may be shown: %s', expectSafe);

  it.each([
    ['nested elements', '<div>'.repeat(200_000)],
    ['attributes', `<p ${Array.from({ length: 150_000 }, (_, index) => `a${String(index)}`).join(' ')}>x`],
    ['lists in lists', '<ul><li>'.repeat(40)],
    ['tables in tables', '<table><tr><td>'.repeat(30)],
    ['a style', `<p style="${'('.repeat(900_000)}">x</p>`],
    ['columns', `<table><tr>${'<td>x'.repeat(25)}</table>`],
    ['elements', '<p>x'.repeat(100_000)],
  ])('are left as soon as they hold too many %s', (_what, html) => {
    expect(codes(html)).toEqual(['CONTENT_TOO_COMPLEX']);
  });

  it.each([
    ['CONTENT_TOO_LARGE', 'x'.repeat(5 * 1024 * 1024)],
    ['PARAGRAPH_TOO_LONG', `<p>${'palavra '.repeat(3_000)}`],
    ['WORD_TOO_LONG', `<p>a ${'b'.repeat(600)}<b>${'c'.repeat(600)}</b>`],
    ['TEXT_TOO_LONG', `<p>${'palavra '.repeat(2_000)}</p>`.repeat(40)],
    ['IMAGE_TOO_LARGE', `<img src="data:image/png;base64,${'A'.repeat(1_500_000)}">`],
    ['IMAGE_TOO_LARGE', `<img src="${pngUri(aPng({ width: 8_000, height: 1_001 }))}">`],
    ['TOO_MANY_IMAGES', `<img src="${pngUri(aPng())}">`.repeat(41)],
  ])('are refused as %s', (code, html) => {
    expect(codes(html)).toEqual([code]);
  });

  it('a text with every letter an entity is still read', () => {
    const html = `<p>${'&atilde;&atilde; '.repeat(5_000)}</p>`.repeat(8);
    expect(clean(html)).toBe(Array(8).fill(`<p>${'ãã '.repeat(5_000).trim()}</p>`).join('\n'));
  });
});

describe('for any source', () => {
  const pieces = fc.constantFrom(
    ...['<p>', '</p>', '<b>', '</b>', '<i>', '</i>', '<ul>', '</ul>', '<ol>', '<li>', '</li>', '<table>', '</table>', '<tr>', '<td>', '</td>'],
    ...['<th colspan=3>', '<caption>', '</caption>', '<blockquote>', '</blockquote>', '<h2>', '</h2>', '<br>', '<hr>', '<div align=center>', '</div>'],
    ...['<a href="https://x.example/a?b&c">', '</a>', '<sub>', '<sup>', '</sup>', '<pre>', '\n', ' ', '  ', '&nbsp;', '&lt;', '&amp;amp;', '<!-- pagebreak -->'],
    ...['<hr class=page-break>', `<img src="${pngUri(aPng())}" alt='"x"'>`, '<figure style="text-align:right">', '</figure>', '<span style="font-weight:bold">'],
    ...['</span>', '<script>', '</script>', '<svg>', '<style>', '<textarea>', '<p onclick=x>', '<!--', '-->', '<', '>', '"', "'", '=', '\0', 'e\u0301', 'é', 'a', 'b c'],
  );
  const source = fc.oneof(fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')), fc.string({ unit: 'binary', maxLength: 200 }));

  it('the result is safe, and sanitising it again gives the same text', () => {
    fc.assert(fc.property(source, expectSafe), { numRuns: 1_500 });
  });

  it('an accepted result is accepted again, with the same words', () => {
    fc.assert(
      fc.property(source, (html) => {
        const { html: canonical, text, problems } = sanitiseContent(html);
        if (problems.length > 0) return;
        expect(sanitiseContent(canonical)).toEqual({ html: canonical, text, problems: [] });
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('the words for the search index', () => {
  it('are a line for each paragraph, without markup', () => {
    expect(plainText('<h1>Despacho</h1><p>Ao <b>Set</b>or<br>de Obras</p><ul><li>um<li>dois</ul><table><tr><td>a<td>b<tr><td>1&lt;2</table>')).toBe(
      'Despacho\nAo Setor de Obras\num\ndois\na\tb\n1<2',
    );
  });
});
