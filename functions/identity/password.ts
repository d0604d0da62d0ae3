/** True for a password that the pool's policy takes: ten characters, capital and small letters, digits and a symbol. */
export function isStrong(password: string): boolean {
  return (
    password.length >= 10 && password.length <= 200 && [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9\s]/].every((rule) => rule.test(password))
  )
}
