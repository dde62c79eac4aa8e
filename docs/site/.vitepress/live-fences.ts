import type { MarkdownRenderer } from 'vitepress';

/** Makes each code block marked `html live` an example that can be edited. */
export function liveFences(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  if (!fence) throw new Error('Markdown has no rule for code blocks');
  md.renderer.rules.fence = (tokens, index, ...more) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    if (info.trim() !== 'html live') return fence(tokens, index, ...more);
    return `<LiveExample source="${encodeURIComponent(content.trim())}" />`;
  };
}
