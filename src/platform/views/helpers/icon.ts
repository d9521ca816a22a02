/**
 * Small marks drawn in the page (a strict policy lets no style in, and an icon font says nothing without its file).
 * Each is 16 × 16, takes the colour of the text and is hidden from screen readers: the word beside it speaks.
 */
const drawings = {
  check: '<path d="M6.4 12.6 2 8.2l1.6-1.6 2.8 2.8 6-6L14 5z"/>',
  ring: '<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9"/>',
  half: '<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m0 2v9a4.5 4.5 0 0 1 0-9"/>',
  disc: '<circle cx="8" cy="8" r="6"/>',
  pause: '<path d="M3.5 2.5h3v11h-3zm6 0h3v11h-3z"/>',
  square: '<path d="M2.5 2.5h11v11h-11z"/>',
  diamond: '<path d="M8 1l7 7-7 7-7-7z"/>',
  clock:
    '<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M7.1 5v3.6l2.7 1.6.8-1.4-1.9-1.1V5z"/>',
  back: '<path d="M7.5 13.5 2 8l5.5-5.5L9 4 6 7h8v2H6l3 3z"/>',
  next: '<path d="M8.5 2.5 14 8l-5.5 5.5L7 12l3-3H2V7h8L7 4z"/>',
  return: '<path d="M6.5 2 8 3.5 6 5.5h3.5a4 4 0 0 1 0 8H5v-2h4.5a2 2 0 0 0 0-4H6l2 2L6.5 11 2 6.500z"/>',
  note: '<path d="M7 6.500h2V13H7zM8 2.500a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6"/>',
  attention:
    '<path d="M8 1.2 15.2 14H.8zM7.1 6v4h1.800V6zm.9 5a1.1 1.1 0 1 0 0 2.200A1.1 1.1 0 0 0 8 11" fill-rule="evenodd"/>',
  dash: '<path d="M2.5 7h11v2h-11z"/>',
  cross: '<path d="M3.6 2 8 6.4 12.4 2 14 3.6 9.6 8l4.4 4.4-1.6 1.600L8 9.6 3.6 14 2 12.4 6.4 8 2 3.600z"/>',
  lock: '<path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2H13v7H3V7zm2 0h3V5a1.5 1.5 0 0 0-3 0z"/>',
  question:
    '<path d="M5 6a3 3 0 1 1 4.2 2.750c-.3.150-.3.350-.3.950H7.100c0-1.3.200-2 1.3-2.550A1.2 1.2 0 1 0 6.8 6zM8 11.100a1.150 1.150 0 1 1 0 2.3 1.150 1.150 0 0 1 0-2.3"/>',
} as const;

export type IconName = keyof typeof drawings;

/** SVG of a mark. @throws for a name that has no drawing */
export function icon(name: string): string {
  const drawing = drawings[name as IconName];
  if (!drawing) throw new Error(`There is no icon "${name}". Known: ${Object.keys(drawings).join(', ')}`);
  return `<svg class="gs-icon" viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true" focusable="false">${drawing}</svg>`;
}
