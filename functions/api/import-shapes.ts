import * as z from 'zod'
import { answers } from './area.ts'
import { Limit } from './paging.ts'
import { Place, RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'

const tags = ['sheets']
const Fault = z.object({
  row: z.number().int(),
  path: z.string(),
  message: z.string(),
  rows: z
    .number()
    .int()
    .optional()
    .meta({ description: 'How many rows it concerns, where it is told once for many: a column is missing.' }),
  cell: z.string().optional().meta({ description: 'The address of the cell to blame, `H2`.' }),
  sheet: z.string().optional().meta({ description: 'Its tab, where several were read.' }),
  instead: z.object({ said: z.string(), by: z.string() }).optional().meta({
    description:
      'What may be meant by what the cell says (`said`): sent again with `values[path][said] = by`, all such cells of the column are taken so.',
  }),
  conflict: z
    .object({ cell: z.string(), version: z.number().int(), base: z.string(), theirs: z.string(), mine: z.string() })
    .optional()
    .meta({
      description:
        'A cell of an exported file that both sides changed since: what was exported, what stands now, what the file says. It waits for a choice: `choices[cell] = {take, version}`.',
    }),
})
const Left = z.object({
  row: z.number().int(),
  sheet: z.string().optional(),
  id: z.string().optional().meta({ description: 'The record, where the caller may see it.' }),
  number: z.string().optional(),
  heading: z.string().optional(),
  why: z.string(),
})
const By = z.object({ id: z.string(), name: z.string(), office: z.object({ kind: z.string(), id: z.string() }) })
const Undo = z.object({
  state: z.enum(['running', 'done']),
  at: z.string(),
  by: By,
  progress: z.object({ done: z.number(), of: z.number() }),
})
const SheetRead = z.object({
  name: z.string(),
  hidden: z.literal(true).optional(),
  heading: z.number().int().meta({ description: 'The row of the headings, the lowest where there are several.' }),
  rows: z.number().int(),
  hiddenRows: z.number().int().meta({ description: 'How many of these rows the spreadsheet hides, as a filter does; they are read.' }),
  emptyRows: z.number().int().meta({ description: 'Rows between the headings and the last item that hold none.' }),
})
export const Columns = z.record(z.string().max(200), z.string().max(40)).meta({
  description:
    'What headings mean that the ledger does not know: heading → field, `number`, `township`, `state` or `ignore`. Needed for a column that looks like a deadline (422 at `columns.<heading>`). Remembered, once the file is imported, for the next files of the same office.',
})
export const HeadingsGiven = z
  .record(z.string().max(200), z.number().int().min(1).max(1_048_576))
  .meta({ description: 'In which row of a tab the (lowest) headings stand, where they are not found: tab → row.' })
export const ChoicesGiven = z
  .record(z.string().max(120), z.object({ take: z.enum(['mine', 'theirs']), version: z.number().int() }))
  .refine((choices) => Object.keys(choices).length <= 2000)
  .meta({
    description: 'What to take where both sides changed a cell, by `conflict.cell`, with `conflict.version`: seen, not overwritten unseen.',
  })
export const ValuesGiven = z
  .record(z.string().max(40), z.record(z.string().max(2000), z.string().max(2000)))
  .refine((values) => Object.values(values).flatMap(Object.keys).length <= 2000)
  .meta({
    description:
      'What is meant by what cells say: field, `number`, `township` or `state` → what a cell says → what is meant, in every cell of the column.',
  })
export const Result = z
  .object({
    id: z.string(),
    ledger: z.string(),
    dryRun: z.boolean(),
    state: z.enum(['checking', 'storing', 'done', 'refused']),
    progress: z.object({ done: z.number(), of: z.number() }),
    rows: z.number().meta({ description: 'Rows of the file that hold an item, repeats counted in.' }),
    repeats: z.number().meta({ description: 'Rows that say the same as an earlier one; they count once.' }),
    created: z.number(),
    updated: z.number(),
    unchanged: z.number(),
    wrong: z.number().meta({
      description:
        'Rows that are rejected. Of a check, and of an import that is done: repeats, created, updated, unchanged and wrong ones are all rows.',
    }),
    rejected: z.array(Fault).meta({
      description: 'Every fault of every row; the row as the spreadsheet numbers it, the heading being 1. The first 10,000 are told.',
    }),
    sheets: z.array(SheetRead).meta({ description: 'The tabs that were read: all that have the same headings.' }),
    ignored: z.array(z.string()).meta({
      description:
        'Headings that the ledger does not know, or whose cells were left alone (the caller does not see these fields on what stands there); a column without a heading by its letters. What stands below them is not taken.',
    }),
    passed: z.array(z.object({ sheet: z.string(), row: z.number().int().optional(), text: z.string() })).meta({
      description:
        'What else is not taken: titles, totals, section lines and notes (with their row), and tabs without these headings (without one).',
    }),
    remarks: z
      .array(Fault)
      .meta({ description: 'Parts of cells that are not taken and do not stop the import, as “等12人” behind a name.' }),
    answered: z.record(z.string(), z.string()).meta({
      description: 'Headings of this file that mean what the office said, with this file or an earlier one: heading → field or `ignore`.',
    }),
    undone: z.number().optional().meta({ description: 'Once it is taken back: how many records are as before.' }),
    left: z.array(Left).optional().meta({ description: 'Rows whose records were left as they are, and why. The first 10,000 are told.' }),
    undo: Undo.optional(),
  })
  .meta({ id: 'Import' })
const One = z.object({ id: RecordId })

export const post = createRoute({
  method: 'post',
  path: '/api/imports/{ledger}',
  tags,
  summary: 'Import a register from .xlsx or .csv',
  request: {
    params: Place,
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).optional().meta({ description: 'Check and count only; nothing is stored.' }),
    }),
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z.any().meta({ type: 'string', format: 'binary' }),
            columns: z.string().max(20_000).optional().meta({ description: 'As in JSON, written as JSON.' }),
            headings: z.string().max(20_000).optional().meta({ description: 'As in JSON, written as JSON.' }),
            choices: z.string().max(200_000).optional().meta({ description: 'As in JSON, written as JSON.' }),
            values: z.string().max(200_000).optional().meta({ description: 'As in JSON, written as JSON.' }),
          }),
        },
        'application/json': {
          schema: z.strictObject({
            file: z.string().max(100).meta({ description: 'The id of an uploaded file, up to 20 MB.' }),
            columns: Columns.optional(),
            headings: HeadingsGiven.optional(),
            choices: ChoicesGiven.optional(),
            values: ValuesGiven.optional(),
          }),
        },
      },
    },
  },
  responses: {
    ...answers(200, 'Checked, and stored when no row was rejected.', () => Result),
    ...answers(202, 'Goes on by itself; Location tells of its progress.', () => Result),
  },
})
export const get = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  tags,
  summary: 'How far an import has come',
  request: { params: One },
  responses: answers(200, 'Its state and result.', () => Result),
})
export const errors = createRoute({
  method: 'get',
  path: '/api/imports/{id}/errors',
  tags,
  summary: 'The file of a refused import with a column of reasons',
  request: { params: One },
  responses: { ...answers(200, 'An .xlsx file.'), ...answers(303, 'Above 4 MB: a short-lived address of the file.') },
})
export const blank = createRoute({
  method: 'get',
  path: '/api/imports/{ledger}/template',
  tags,
  summary: 'An empty register with every heading',
  request: { params: Place },
  responses: answers(200, 'An .xlsx file.'),
})

export const Past = z
  .object({
    ...Result.pick({ id: true, ledger: true, state: true, progress: true, rows: true, repeats: true, undone: true, undo: true }).shape,
    ...Result.pick({ created: true, updated: true, unchanged: true }).shape,
    name: z.string().meta({ description: 'The name of the file.' }),
    at: z.string(),
    by: By,
    rejected: z.number().meta({ description: 'How many rows were rejected.' }),
    left: z.number().optional().meta({ description: 'Once it is taken back: how many records were left as they are.' }),
    file: z.string().optional().meta({ description: 'Until when the file can be had again (`/api/imports/{id}/file`).' }),
    may: z.object({ undo: z.boolean() }),
  })
  .meta({ id: 'PastImport' })
export const list = createRoute({
  method: 'get',
  path: '/api/imports',
  tags,
  summary: 'Which files were imported, when, by whom, and what they did',
  request: {
    query: z.strictObject({
      limit: Limit,
      cursor: z
        .string()
        .regex(/^i[0-9a-z]{10,40}$/)
        .optional(),
    }),
  },
  responses: answers(200, 'Newest first: those of the caller’s office, for the county’s administrator those of every office.', () =>
    z.object({ data: z.array(Past), next: z.string().optional() }),
  ),
})
export const undo = createRoute({
  method: 'post',
  path: '/api/imports/{id}/undo',
  tags,
  summary: 'Take an import back, as far as no record was touched since',
  request: { params: One },
  responses: {
    ...answers(200, 'Taken back; `left` tells what was not, and why. Asked again it answers the same.', () => Result),
    ...answers(202, 'More than a request can do: it goes on by itself, Location tells of its progress.', () => Result),
  },
})
export const original = createRoute({
  method: 'get',
  path: '/api/imports/{id}/file',
  tags,
  summary: 'The file of an import as it was sent',
  request: { params: One },
  responses: {
    ...answers(200, 'The file, for as long as the county keeps it; to the office that sent it only.'),
    ...answers(303, 'Above 4 MB: a short-lived address of the file.'),
  },
})

const Seen = z.object({
  name: z.string(),
  heading: z.number().int().optional(),
  top: z.number().int().optional().meta({ description: 'The first row of a heading of several rows; `heading` is the last.' }),
  first: z
    .array(z.object({ row: z.number().int(), cells: z.array(z.string()) }))
    .meta({ description: 'Its first rows as they stand there.' }),
  columns: z
    .array(z.object({ at: z.number().int(), heading: z.string(), path: z.string().optional(), samples: z.array(z.string()) }))
    .meta({ description: 'Its columns, from 0: what they are taken for (none: not taken) and their first values.' }),
})
export const looks = createRoute({
  method: 'get',
  path: '/api/imports/{id}/sheets',
  tags,
  summary: 'The first tabs of a file as it was read',
  request: { params: One },
  responses: answers(200, 'Told to the office that sent it, as long as the file is kept.', () => z.object({ data: z.array(Seen) })),
})
