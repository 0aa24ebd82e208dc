import { pinyin } from 'pinyin-pro';

/** The initials of a name as people type them to search: 曾小红 → `zxh`, with the surname's own reading. */
export function nameInitials(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', mode: 'surname', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20);
}
