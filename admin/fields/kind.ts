import type { ComponentType } from 'react'
import type { Column, Field, FieldOf } from '../../shared/definition/field.ts'
import type { Lang } from '../../shared/names.ts'
import type { Data, FileLink } from '../../shared/record.ts'
import type { Office } from '../../shared/world.ts'
import type { Ref, Shown } from '../data.ts'
import type { Words } from '../language.ts'

/**
 * What a value needs around it to be written: the language, the offices, the records and files that its own
 * record names. `paper`: days with their year.
 */
export type Around = {
  lang: Lang
  words: Words
  offices: Office[]
  today: string
  paper?: true
  refs?: Ref[]
  files?: (FileLink & {
    /** The step that it came with. */
    with?: string
  })[]
  people?: Shown['people']
  fields?: Record<string, Field>
  /** The record's own values, for kinds that are counted by another field's choice. */
  data?: Data
}

export type InputProps<F> = {
  id: string
  /** The field's key, in forms of a record. */
  name?: string
  field: F
  value: unknown
  change: (value: unknown) => void
  /** Messages of this field; the first stands under it. */
  error?: string | undefined
  required: boolean
  /** A cell of a small table: one line, whatever the field allows. */
  cell?: true
  /** Everything that is being filled in, for inputs that look at another field. */
  all: Record<string, unknown>
}

/**
 * One kind of field. `text` is its value in one line: tables, the timeline, conflicts, paper. `Show` where a record's page has room for more,
 * `Input` in forms. `own`: the input brings its own label (a group of buttons, a table). `right`: numbers stand right.
 */
export type Kind<F = Field> = {
  text: (value: unknown, field: F, around: Around) => string
  Show?: ComponentType<{ value: unknown; field: F; around: Around }>
  Input?: ComponentType<InputProps<F>>
  own?: true
  right?: true
}

export type Kinds = { [K in Field['kind']]: Kind<FieldOf<K>> }
export type AnyField = Field | Column

export const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
