import * as z from 'zod'
import { Label } from '../../shared/definition/names.ts'
import { unfillable, variables } from '../../shared/wording.ts'
import { api } from '../../shared/words/api.ts'
import { unknownVariable } from '../../shared/words/wording.ts'
import { type Area, answers, area, body } from './area.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'

const RuleName = z.string().regex(/^(T[+-]\d{1,3}[dw]|opened|moved|returned|cancelled|decided|undone|next|urge)$/)
const Worded = Label.superRefine((label, c) => {
  for (const lang of ['zh', 'en'] as const) {
    const bad = unfillable(label[lang])
    if (bad.length > 0) c.addIssue({ code: 'custom', path: [lang], params: { sentence: unknownVariable(bad) } })
    else if (label[lang].length > 120) c.addIssue({ code: 'too_big', origin: 'string', maximum: 120, path: [lang], input: label[lang] })
  }
})
const one = { subject: Worded.optional(), line: Worded.optional() }
/** The county's own words, by rule. */
export const WordingGiven = z.record(RuleName, z.strictObject(one)).meta({
  description: `Own words of a rule: the subject of its mail, and the first line about each item. Variables: ${variables.map((name) => `{${name}}`).join(' ')}.`,
})

const preview = createRoute({
  method: 'post',
  path: '/api/notices/wording',
  tags: ['notices'],
  summary: 'How a mail reads with these words, about a real item; nothing is stored or sent',
  request: { body: body(z.strictObject({ rule: RuleName, ...one })) },
  responses: answers(200, 'The mail.', () => z.object({ subject: z.string(), text: z.string() })),
})

export function wordingRoutes(): Area {
  const routes = area()
  routes.openapi(preview, async (c) => {
    const { scope, clock, lang } = c.var
    if (scope.office.kind !== 'county' || scope.role === 'leader') return problem(c, 403, api.countyOnly)
    const { rule, ...wording } = c.req.valid('json')
    const { previewWording } = await import('../mail/wording-preview.ts')
    const shown = await previewWording(rule, wording, clock, { name: scope.name, lang })
    return shown ? c.json(shown) : problem(c, 409, api.nothingOpen)
  })
  return routes
}
