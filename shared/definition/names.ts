import * as z from 'zod'
import { isDay, KEY, speaksOfInherited } from '../names.ts'
import { oneLine } from '../text.ts'

/** Texts of a pattern that name something, or speak of what is named. `says` tells of the pattern. */
export function naming(pattern: string, says: string): z.ZodString {
  return z
    .string()
    .regex(new RegExp(`^(?:${pattern})$`), says)
    .refine((text) => !speaksOfInherited(text), 'a name that every object has by itself')
}

/** Names of ledgers, fields, states, transitions, duties and offices. */
export const Key = naming(KEY, 'a key: a small letter, then letters, digits or -')
export const Option = naming('[A-Za-z0-9][A-Za-z0-9-]{0,39}', 'an option: letters, digits or -')
/** A reference to a field of the same ledger, `@lead`. */
export const FieldRef = naming(`@${KEY}`, 'a field reference: @ and the field')

/** A value on another record: of the one that a field names, `@meeting.day`, or of the parent, `parent.day`. */
export const Elsewhere = naming(`@${KEY}\\.${KEY}|parent\\.${KEY}`, '@field.field or parent.field')
/** A day that is counted from: a field's own, or one on another record. */
export const Anchor = naming(`@${KEY}(?:\\.${KEY})?|parent\\.${KEY}`, '@field, @field.field or parent.field')

/** A name: one line, not blank. */
export const Line = z.string().overwrite(oneLine).min(1)
/** A label in both languages; neither may be blank. */
export const Label = z.strictObject({ zh: Line, en: Line })

export const Day = z.string().refine(isDay, 'a day such as 2026-03-02')
