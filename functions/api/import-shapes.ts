import * as z from 'zod'
import { answers } from './area.ts'
import { Place, RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'

const tags = ['sheets']
const Fault = z.object({
  row: z.number().int(),
  path: z.string(),
  message: z.string(),
  cell: z.string().optional().meta({ description: 'The address of the cell to blame, `H2`.' }),
  sheet: z.string().optional().meta({ description: 'Its tab, where several were read.' }),
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
    'What headings mean that the ledger does not know: heading → field, `number`, `township` or `ignore`. Needed for a column that looks like a deadline (422 at `columns.<heading>`). Remembered, once the file is imported, for the next files of the same office.',
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
          }),
        },
        'application/json': {
          schema: z.strictObject({
            file: z.string().max(100).meta({ description: 'The id of an uploaded file, up to 20 MB.' }),
            columns: Columns.optional(),
          }),
        },
      },
    },
  },
  responses: {
    ...answers(200, 'Checked, and stored when no row was rejected.', Result),
    ...answers(202, 'Goes on by itself; Location tells of its progress.', Result),
  },
})
export const get = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  tags,
  summary: 'How far an import has come',
  request: { params: One },
  responses: answers(200, 'Its state and result.', Result),
})
export const errors = createRoute({
  method: 'get',
  path: '/api/imports/{id}/errors',
  tags,
  summary: 'The file of a refused import with a column of reasons',
  request: { params: One },
  responses: answers(200, 'An .xlsx file.'),
})
export const blank = createRoute({
  method: 'get',
  path: '/api/imports/{ledger}/template',
  tags,
  summary: 'An empty register with every heading',
  request: { params: Place },
  responses: answers(200, 'An .xlsx file.'),
})
