import { Refusal } from 'contact-details/server.js';
import type { Context } from 'hono';
import type { ListQuery } from '../contacts/lists.js';
import { isText } from '../contacts/text.js';

const ROWS = { usual: 20, most: 100 };
const MOST_TAGS = 50;

/** Which part of a list a request asks for. Everything may be left out: `q`, `status`, `assignee`, any number of `tag`, … */
export function listQuery({ req }: Context): ListQuery {
  const tags = req.queries('tag') ?? [];
  if (tags.length > MOST_TAGS || !tags.every((tag) => isText(tag))) throw new Refusal(400, 'tag must name a tag');
  const match = req.query('match') || 'any';
  if (match !== 'any' && match !== 'all') throw new Refusal(400, 'match must be any or all');
  return {
    ...{ query: textOf('q'), status: textOf('status'), assignee: textOf('assignee'), match },
    tags: tags.filter((tag) => tag.trim()),
    offset: numberOf('offset', 0, 0),
    limit: Math.min(numberOf('limit', ROWS.usual, 1), ROWS.most),
  };

  function textOf(name: string): string {
    const text = req.query(name) ?? '';
    if (!isText(text)) throw new Refusal(400, `${name} may have 255 characters, U+0000 not among them`);
    return text;
  }

  function numberOf(name: string, usual: number, least: number): number {
    const number = Number(req.query(name) ?? usual);
    if (!Number.isSafeInteger(number) || number < least) throw new Refusal(400, `${name} must be a whole number from ${least}`);
    return number;
  }
}
