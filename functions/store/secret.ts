import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 as hex: what is stored of every secret. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')
/** 256 random bits for a cookie or a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Milliseconds as the seconds in which DynamoDB counts an item's end. */
export const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000)
