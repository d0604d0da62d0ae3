/** How a password (and a second factor) was judged. `challenge` carries what the provider wants back with the answer. */
export type Judged =
  | { ok: true }
  | { wrong: true }
  | { weak: true }
  | { disabled: true }
  | { challenge: 'newPassword' | 'totp'; state: string }
  | { expired: true }

/**
 * Who keeps the passwords. Everything the platform asks of a provider; Cognito is one, the table another; an OIDC issuer or a directory may be.
 * Names are e-mail addresses in small letters. Provider tokens never leave this room: the session is ours.
 */
export type Identity = {
  signIn: (email: string, password: string) => Promise<Judged>
  /** Answers a `newPassword` challenge. */
  choosePassword: (email: string, state: string, password: string) => Promise<Judged>
  /** Answers a `totp` challenge with the six digits. */
  giveCode: (email: string, state: string, code: string) => Promise<Judged>
  /** Makes the account unless it is there; without a password nobody can sign in until one is set. `temporary` asks for a new one at the first sign-in. */
  create: (email: string, password?: string) => Promise<void>
  /** False when the provider's own rules do not take the password. */
  setPassword: (email: string, password: string, temporary?: boolean) => Promise<boolean>
  disable: (email: string) => Promise<void>
  enable: (email: string) => Promise<void>
  /** Begins a second factor: the secret for the phone; or that there is one already, or that the provider has none. Null when the password is wrong. */
  enrol: (email: string, password: string) => Promise<{ secret: string } | { on: true } | { unable: true } | null>
  /** Ends the enrolment with a first code; from then on signing in asks for one. */
  confirm: (email: string, password: string, code: string) => Promise<boolean>
  /** Switches the second factor off again, which takes both. */
  dropPhone: (email: string, password: string, code: string) => Promise<{ ok: true } | { wrong: 'password' | 'code' }>
  /** Starts the account over, without password and second factor (a lost phone); a link by mail sets the next password. */
  renew: (email: string) => Promise<void>
}
