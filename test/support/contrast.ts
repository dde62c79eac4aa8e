/** Red, green, blue and opacity, each from 0 to 1. */
type Colour = readonly [number, number, number, number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** A computed colour, in whatever notation of CSS. */
function colourOf(css: string): Colour {
  if (!canvas) throw new Error('There is no canvas');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

/** One colour over another, which is opaque. */
function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** What is seen behind an element, itself included: its background over those of everything around it, through shadow roots. */
export function backgroundOf(element: Element | null): Colour {
  if (!element) return colourOf(getComputedStyle(document.documentElement).colorScheme === 'dark' ? '#000' : '#fff');
  const own = colourOf(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, backgroundOf(parentOf(element)));
}

/** The element around another, through shadow roots. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** How much a computed colour stands out from what is behind it, by WCAG 2: from 1 to 21. */
export function contrast(css: string, background: Colour): number {
  const [light, dark] = [luminance(over(colourOf(css), background)), luminance(background)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
