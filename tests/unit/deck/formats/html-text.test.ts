import { describe, expect, it } from 'vitest';
import { asHtml } from '../../../../src/deck/formats/html-entities.ts';
import { htmlText } from '../../../../src/deck/formats/html-text.ts';

describe('HTML as plain text', () => {
  it.each([
    ['one<br>two<BR/>three', 'one\ntwo\nthree'],
    ['one<div>two</div><div>three</div>', 'one\ntwo\nthree'],
    ['one<br><br><br>two', 'one\n\ntwo'],
    ['<p>one</p>\n<p>two</p>', 'one\ntwo'],
    ['Rings:<ul><li>inner</li><li>outer</li></ul>all', 'Rings:\n- inner\n- outer\nall'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['<b>bold</b> and <span style="color: red">red</span>', 'bold and red'],
    ['a &lt;b&gt; &amp;amp; &quot;c&quot; &#8594; &#x41;&nbsp;d', 'a <b> &amp; "c" → A d'],
    ['&unknown; &#0; &#x110000;', '&unknown; &#0; &#x110000;'],
    ['1 < 2 && 3 > 2, <3', '1 < 2 && 3 > 2, <3'],
    ['<script>alert(1)</script>safe<style>b{}</style>', 'safe'],
    ['before<SCRIPT>never closed', 'before'],
    ['a<!-- <b>hidden</b> -->b<!-- open', 'ab'],
    ['<img src=x onerror="alert(1)">', ''],
    ['  spaces \n and\tlines ', 'spaces and lines'],
  ])('%s', (html, text) => {
    expect(htmlText(html).text).toBe(text);
  });

  it('names the pictures and sounds that it drops', () => {
    const html = `<img src="a&amp;b.png">x<img alt=y src='c.jpg'/>[sound:d.mp3]<img src=e.gif><img src=e.gif>`;
    expect(htmlText(html)).toEqual({ text: 'x', media: ['a&b.png', 'c.jpg', 'e.gif', 'd.mp3'] });
  });

  it('is what the text was', () => {
    const text = 'a < b & "c"\n&lt;d> <script>e</script>\n\n[f]';
    expect(htmlText(asHtml(text)).text).toBe(text);
  });
});
