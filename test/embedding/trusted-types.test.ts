import { expect } from '@open-wc/testing';
import { until } from '../support/until.js';

declare global {
  interface Window {
    /** What has been said in the console of a page. */
    said?: string[];
  }
}

const frames: HTMLIFrameElement[] = [];
afterEach(() => frames.splice(0).forEach((frame) => frame.remove()));

/** Opens a page with a panel, whose policy says this of Trusted Types. */
async function openPage(trustedTypes: string, ...scripts: readonly string[]): Promise<Window> {
  const frame = document.createElement('iframe');
  const policy = `script-src ${location.origin}; require-trusted-types-for 'script'; ${trustedTypes}`;
  const own = scripts.map((name) => `<script src="/test/embedding/pages/${name}"></script>`).join('');
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <script src="/test/embedding/pages/hear-console.js"></script>${own}
    <script type="module" src="/src/cdn.ts"></script>
    <contact-details></contact-details>`;
  frames.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  if (!frame.contentWindow) throw new Error('The frame has no window');
  return frame.contentWindow;
}

const lessons = ({ said = [] }: Window) => said.filter((line) => line.includes('#policy-blocked'));

describe('a page whose policy says what Trusted Types there may be', () => {
  const BLOCKED: Readonly<Record<string, readonly [policy: string, ...scripts: readonly string[]]>> = {
    'that there are none': ["trusted-types 'none'"],
    'others than that of lit': ['trusted-types dompurify'],
    'that of lit once, and has a lit of its own': ['trusted-types lit-html', 'own-lit.js'],
  };
  for (const [name, [policy, ...scripts]] of Object.entries(BLOCKED)) {
    it(`is told once what to allow, where it says ${name}`, async () => {
      const page = await openPage(policy, ...scripts);
      await until(() => lessons(page).length, 'the lesson');
      expect(lessons(page)).to.have.length(1);
      expect(lessons(page)[0])
        .to.contain('contact-details: ')
        .and.to.match(/trusted-types lit-html.*'allow-duplicates'/);
    });
  }

  const ALLOWED: typeof BLOCKED = {
    'that of lit': ['trusted-types lit-html'],
    'that of lit as often as wanted, and has a lit of its own': ["trusted-types lit-html 'allow-duplicates'", 'own-lit.js'],
    nothing: [''],
  };
  for (const [name, [policy, ...scripts]] of Object.entries(ALLOWED)) {
    it(`shows the panel and hears nothing, where it says ${name}`, async () => {
      const page = await openPage(policy, ...scripts);
      const panel = page.document.querySelector('contact-details');
      await until(() => panel?.shadowRoot?.textContent?.includes('No contact selected'), 'the panel');
      expect(page.said).to.deep.equal([]);
    });
  }
});
