import { createRandom } from '../seed/random.js';

/** Background, its lighter shape, and clothes: colours that belong together. */
const PALETTES = [
  ['#dbe7f5', '#c3d6ee', '#2f5d8c'],
  ['#fbe3d6', '#f6cdb8', '#b4532a'],
  ['#e1efe3', '#c8e1cc', '#3c7a53'],
  ['#f3e2f0', '#e6c8e1', '#7d3f76'],
  ['#fdf0cf', '#f9e0a0', '#8a6414'],
  ['#dff0f1', '#bfe1e4', '#1f6f78'],
  ['#e7e4f6', '#d0caef', '#4b4296'],
  ['#f8dfe3', '#f0c2ca', '#a23b52'],
] as const;

const SKINS = ['#f6d7c0', '#eec1a0', '#dba67d', '#bb8158', '#8f5b3b', '#633c26'];
/** From dark to light, as far as they suit a skin of the list above. */
const HAIRS = ['#2b211d', '#1d2433', '#4a2f22', '#7a4a28', '#a3432b', '#b5813f', '#8f8b88', '#d9b26a'];

/** What is behind the head, and what is over the forehead. */
const HAIRCUTS: readonly (readonly [back: string, front: string])[] = [
  ['', 'M30 45C28 26 38 19 50 19s21 7 20 25c-4-3-6-8-7-12-7 4-20 4-27 1-2 4-3 8-6 12Z'],
  ['M27 44C26 24 37 17 50 17s24 8 23 27l2 28H26Z', 'M31 46c-2-17 6-25 19-25s21 8 19 25c-4-6-9-11-15-14-6 6-14 9-23 14Z'],
  [
    'M24 52c-6-20 8-36 26-36s32 16 26 36c-1 7-6 10-9 9H33c-4 1-8-2-9-9Z',
    'M30 44C28 26 38 17 50 17s22 9 20 27c-5-6-11-9-20-9s-15 3-20 9Z',
  ],
  ['M50 8a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z', 'M31 45c-2-17 7-25 19-25s21 8 19 25c-2-8-7-13-12-15H43c-5 2-10 7-12 15Z'],
  [
    'M27 42C26 25 37 18 50 18s24 7 23 24v19c0 5-5 7-8 5V44H35v22c-3 2-8 0-8-5Z',
    'M30 44V36c0-10 9-15 20-15s20 5 20 15v8c-2 0-3-1-3-3v-4H33v4c0 2-1 3-3 3Z',
  ],
  ['', 'M32 38c0-10 8-16 18-16s18 6 18 16c-1 1-2 1-3-1-3-6-8-9-15-9s-12 3-15 9c-1 2-2 2-3 1Z'],
  [
    'M28 46c-3-3-4-8-2-12 0-8 7-11 11-13 6-6 20-6 26 0 6 1 11 6 11 13 2 5 1 9-2 12Z',
    'M30 45c-1-16 6-26 20-26s21 10 20 26c-3-2-5-4-6-7-4 2-9 2-13 0-4 2-9 2-13 0-2 3-5 5-8 7Z',
  ],
];

/** An SVG picture of a person who does not exist, always the same one for the same seed. */
export function portrait(seed: string): string {
  const random = createRandom(hash(seed));
  const [ground, shape, clothes] = random.pick(PALETTES);
  const skin = random.pick(SKINS);
  const hair = random.pick(HAIRS.slice(0, HAIRS.length - SKINS.indexOf(skin)));
  const [back, front] = random.pick(HAIRCUTS);
  const drawing = [
    `<rect width="100" height="100" fill="${ground}"/>`,
    `<circle cx="${25 + random.below(50)}" cy="${20 + random.below(30)}" r="${30 + random.below(14)}" fill="${shape}"/>`,
    back && `<path d="${back}" fill="${hair}"/>`,
    `<path d="M10 100c1-17 15-25 40-25s39 8 40 25Z" fill="${clothes}"/>`,
    `<path d="M42 60h16v15c0 5-4 9-8 9s-8-4-8-9Z" fill="${skin}"/>`,
    '<path d="M42 66c4 4 12 4 16 0v3c-4 5-12 5-16 0Z" fill="#000" opacity=".12"/>',
    `<path d="M32 40c0-12 8-18 18-18s18 6 18 18v8c0 12-8 20-18 20s-18-8-18-20Z" fill="${skin}"/>`,
    `<path d="${front}" fill="${hair}"/>`,
    '<g fill="#2a1d18"><circle cx="43" cy="47" r="1.9"/><circle cx="57" cy="47" r="1.9"/></g>',
    '<path d="M44 56c3 4 9 4 12 0" fill="none" stroke="#2a1d18" stroke-width="1.8" stroke-linecap="round"/>',
    random.percent(28) && GLASSES,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${drawing.filter(Boolean).join('')}</svg>`;
}

const GLASSES =
  '<g fill="none" stroke="#2a1d18" stroke-width="1.6"><circle cx="43" cy="47" r="5.6"/><circle cx="57" cy="47" r="5.6"/>' +
  '<path d="M48.6 46c1-.8 1.8-.8 2.8 0"/></g>';

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  return [...text].reduce(
    (state, character) => Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0,
    0x811c9dc5,
  );
}
