import { initials } from '../../shared/initials.ts'

/** A key for what has been given a name: its pinyin initials, 挂钩联系 → gglx; with a number behind it where that is taken. Nobody ever types or reads it. */
export function keyOf(name: string, taken: (key: string) => boolean): string {
  const plain = initials(name).slice(0, 30)
  const base = /^[a-z]/.test(plain) ? plain : `n${plain}`
  for (let at = 1; ; at++) {
    const key = at === 1 ? base : `${base}${at}`
    if (!taken(key)) return key
  }
}
