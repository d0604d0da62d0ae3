import type { Label } from './names.ts'

/** A label in both languages, for definitions: `say('标题', 'Title')`. */
export const say = (zh: string, en: string): Label => ({ zh, en })
