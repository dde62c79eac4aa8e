/** `system` follows the reader's device. */
export type Theme = 'light' | 'dark' | 'system';

/** The remembered theme; `/theme.js` has applied it before the first paint. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a theme and remembers it for every page; where storage is blocked, for this one. The window hears `themechange`. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // The page keeps its theme until it is left.
  }
  dispatchEvent(new Event('themechange'));
}
