import { passwordRules } from '../../shared/password.ts'
import type { Words } from '../language.ts'
import { PasswordField } from './PasswordField.tsx'
import { Rules } from './Rules.tsx'

/** A new password as it is typed, twice. */
export type Twice = { one: string; two: string }

/** Which rules a new password meets, in the order of `words.sign.rules`; the last: both entries are the same. */
export function metRules({ one, two }: Twice): boolean[] {
  return [...passwordRules.map((rule) => rule(one)), one !== '' && one === two]
}

type Props = { words: Words; value: Twice; change: (value: Twice) => void; error?: string; autoFocus?: boolean }

/** A password of one's own, typed twice; its rules are ticked off while it is typed, not after the fact. */
export function NewPassword({ words, value, change, error = '', autoFocus = false }: Props) {
  const { one, two } = value
  return (
    <>
      <PasswordField
        id="new-password"
        words={words}
        label={words.sign.newPassword}
        value={one}
        change={(next) => change({ one: next, two })}
        autoComplete="new-password"
        autoFocus={autoFocus}
      />
      <PasswordField
        id="new-again"
        words={words}
        label={words.sign.again}
        value={two}
        change={(next) => change({ one, two: next })}
        error={error}
        autoComplete="new-password"
      />
      <Rules words={words} met={metRules(value)} />
    </>
  )
}
