// What a door is told by its surroundings. The stack sets every one of these on every function; see cdk/doors.ts.
const required = {
  /** The one table. */
  TABLE: /./,
  /** The bucket of attachments and uploads. */
  BUCKET: /./,
  /** Who keeps the passwords: a user pool, or the table. */
  IDENTITY: /^(cognito|own)$/,
  /** What every key of this county begins with. */
  COUNTY: /^[a-z][a-z0-9-]*$/,
  /** The panel's address, for links in mails and for the check of a foreign `Origin`. */
  ORIGIN: /^https?:\/\/[^/]+$/,
  MAIL_FROM: /@/,
  MAIL_DRIVER: /^(ses|smtp)$/,
  /** `local` on a developer's machine, else the name of the deployed stage. */
  STAGE: /^[a-z][a-z0-9-]*$/,
}
const optional = {
  /** The user pool and the client through which passwords are checked, for IDENTITY `cognito`. */
  POOL_ID: /./,
  CLIENT_ID: /./,
  /** What a guess at a password costs, as a power of two (identity/scrypt.ts); the stack never sets it, only tests may. */
  PASSWORD_LN: /^\d{1,2}$/,
  /** What CloudFront proves itself to the API with, in `FRONT_HEADER`. */
  FRONT_SECRET: /./,
  /** The function that does long work behind requests. */
  WORKER: /./,
  /** How Lambda calls this very function; it tells it itself. */
  AWS_LAMBDA_FUNCTION_NAME: /./,
  /** Where MAIL_DRIVER `smtp` delivers, for a server without a password; the stack never sets it. */
  SMTP_URL: /^smtps?:\/\//,
  /** The secret that says where MAIL_DRIVER `smtp` delivers, credentials included. */
  SMTP_SECRET: /./,
  /** The SES configuration set whose events tell a mail's fate. */
  SES_CONFIG_SET: /./,
  /** A day that stands for today; the stack never sets it, only the local machine may. */
  TODAY: /^\d{4}-\d{2}-\d{2}$/,
}

/** The header in which CloudFront sends the secret; it replaces whatever a caller put there. */
export const FRONT_HEADER = 'X-Duban-Front'

export type Required = keyof typeof required
export type Optional = keyof typeof optional
export const requiredNames = Object.keys(required) as Required[]

/** A variable of this process; throws a sentence when it is missing or malformed, for that is a fault of the deployment. */
export function env(name: Required): string
export function env(name: Optional): string | undefined
export function env(name: Required | Optional): string | undefined {
  const value = process.env[name]
  if (!value) {
    if (name in required) throw new Error(`The environment lacks ${name}`)
    return undefined
  }
  if (!{ ...required, ...optional }[name].test(value)) throw new Error(`The environment's ${name} is malformed`)
  return value
}

/** A variable that this deployment needs, though not every one does; throws as `env` does. */
export function demand(name: Optional): string {
  const value = env(name)
  if (!value) throw new Error(`The environment lacks ${name}`)
  return value
}
