import type { ItemContent } from './item.js';

/** What is sealed of a version: all that it asks. */
export function packContent(content: ItemContent): Buffer {
  return Buffer.from(JSON.stringify(content), 'utf8');
}

export function unpackContent(packed: Buffer): ItemContent {
  return JSON.parse(packed.toString('utf8')) as ItemContent;
}
