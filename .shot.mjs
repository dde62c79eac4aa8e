import puppeteer from 'puppeteer-core';
const [,, width='480', scheme='light', dir='ltr', mode='fine', forced=''] = process.argv;
const b = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const p = await b.newPage();
await p.setViewport({ width: 1500, height: 1000, hasTouch: mode==='touch', isMobile: mode==='touch' });
const f=[{ name: 'prefers-color-scheme', value: scheme }];
await p.emulateMediaFeatures(f);
const c = await p.createCDPSession();
if (forced) await c.send('Emulation.setEmulatedMedia',{features:[{name:'prefers-color-scheme',value:scheme},{name:'forced-colors',value:'active'}]});
await p.goto(`http://localhost:8123/gallery.html?width=${width}&dir=${dir}${dir==='rtl'?'&lang=ar':''}`, { waitUntil: 'domcontentloaded', timeout: 60000 });
await p.waitForFunction(() => document.querySelectorAll('contact-details').length > 20, {timeout: 60000});
await new Promise((r) => setTimeout(r, 9000));
// stitch: all cards into a tight grid
const n = await p.evaluate(() => [...document.querySelectorAll('[id^=state-]')].map((e)=>[e.id,e.querySelector('contact-details')]).filter(([,e])=>e).map(([id,e])=>{const r=e.getBoundingClientRect();return [id,r.x+scrollX,r.y+scrollY,r.width,r.height]}));
const fs = await import('node:fs');
const name=`/tmp/shots/g-${width}-${scheme}-${dir}-${mode}${forced}`;
fs.writeFileSync(name+'.json', JSON.stringify(n));
await p.screenshot({ path: name+'.png', fullPage: true });
await b.close();
