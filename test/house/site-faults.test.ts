import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { siteFaults } from '../support/site-faults.js';

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">`;
const site = (body: string, more: Readonly<Record<string, string>> = {}, head = POLICY) =>
  siteFaults(new Map(Object.entries({ 'index.html': `<!doctype html>${head}${body}`, ...more })));

describe('the check of the documentation site', () => {
  it('lets links to other hosts be, and all that is of the site', () => {
    const body = `<a href="https://example.com">x</a> <a href="/guide.html#use-it">x</a> <a href="#top">x</a> <p id="top">
      <link rel="canonical" href="https://example.com/"> <script src="/app.js"></script> <img src="data:image/png;base64,AA">`;
    assert.deepEqual(site(body, { 'guide.html': `${POLICY}<h2 id="use-it">` }), []);
  });

  const LOADING: Readonly<Record<string, string>> = {
    script: '<script src="https://cdn.example/a.js"></script>',
    'style sheet': '<link rel="stylesheet" href="//fonts.example/css">',
    connection: '<link rel="preconnect" href="https://fonts.example">',
    picture: '<img src="https://raw.example/a.png">',
    'picture of some sizes': '<img srcset="/a.png 1x, https://raw.example/a.png 2x">',
    frame: '<iframe src="https://video.example"></iframe>',
    background: `<p style="background: url('https://raw.example/a.png')">`,
  };
  for (const [name, body] of Object.entries(LOADING)) {
    it(`finds a ${name} of another host`, () => {
      const [fault = '', ...more] = site(body);
      assert.match(fault, /^index\.html loads (https:)?\/\//);
      assert.deepEqual(more, []);
    });
  }

  it('finds what a style sheet loads from another host', () => {
    const styles = { 'a.css': '@font-face { src: url(https://fonts.example/a.woff2) } @import "//fonts.example/b.css";' };
    assert.deepEqual(site('', styles), ['a.css loads https://fonts.example/a.woff2', 'a.css loads //fonts.example/b.css']);
  });

  it('finds a page without a policy, and one whose policy names another host', () => {
    const named = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src https://raw.example">`;
    const any = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src *">`;
    for (const head of ['', named, any]) assert.match(site('', {}, head).join(), /^index\.html has no policy/);
  });

  it('finds links to pages and places that are not there, and a site without a page', () => {
    assert.match(site('<a href="/nowhere.html">x</a>').join(), /nowhere\.html, which is not there/);
    assert.match(site('<a href="/#nowhere">x</a>').join(), /nowhere, which has no such place/);
    assert.deepEqual(siteFaults(new Map()), ['There is no page.']);
  });
});
