const letters = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in the order of pinyin: what sorts at or after one and before the next begins with its letter. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'
/** Made when first asked for: most starts of a process compare no names. */
let collator: Intl.Collator | undefined

/** The pinyin initials of a Chinese name, 水务局 → swj, read off the browser's own order of characters; other letters stay, the rest falls away. */
export function initials(name: string): string {
  return [...name].map((character) => (/[a-z0-9]/i.test(character) ? character.toLowerCase() : initial(character))).join('')
}

function initial(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return ''
  collator ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin')
  let found = ''
  for (const [at, first] of [...firsts].entries()) {
    if (collator.compare(character, first) < 0) break
    found = letters[at] ?? ''
  }
  return found
}
