/** What the pool calls a symbol: these and no others, so none that a Chinese keyboard makes full-width. */
const SYMBOLS = /[$^*.[\]{}()?"!@#%&/\\,><':;|_~`+=-]/

/**
 * The rules of a password, in the order in which the panel ticks them off: at least ten signs, a capital and a small letter, a digit, a symbol, no blanks.
 * The pool's policy, or stricter, so that what passes here passes there: it counts Latin letters only, and takes no blank anywhere.
 */
export const passwordRules: ((password: string) => boolean)[] = [
  (password) => [...password].length >= 10 && password.length <= 200,
  (password) => /[A-Z]/.test(password),
  (password) => /[a-z]/.test(password),
  (password) => /[0-9]/.test(password),
  (password) => SYMBOLS.test(password),
  (password) => password !== '' && !/\s/.test(password),
]

/** True for a password that meets every rule. */
export function isStrong(password: string): boolean {
  return passwordRules.every((rule) => rule(password))
}
