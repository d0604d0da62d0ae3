import * as z from 'zod'
import { Line } from '../../shared/definition/names.ts'
import { fileName } from '../../shared/text.ts'
import { api } from '../../shared/words/api.ts'
import { fileWords } from '../../shared/words/file-faults.ts'
import { hasArrived, readAddress, uploadForm } from '../files/bucket.ts'
import { readableFile } from '../files/readable.ts'
import { MOST_BYTES, typeOf } from '../files/types.ts'
import { addFile } from '../store/files.ts'
import { type Area, answers, area, body } from './area.ts'
import { isStorable } from './json.ts'
import { fileId } from './linked-files.ts'
import { problem } from './problem.ts'
import { createRoute } from './route.ts'

const Given = z.strictObject({
  name: Line.max(200),
  type: z.string().max(200).default(''),
  size: z.number().int().min(1),
})
const Upload = z.object({ id: z.string(), upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) })

const post = createRoute({
  method: 'post',
  path: '/api/files',
  tags: ['files'],
  summary: 'Announce a file and get the form that uploads it',
  request: { body: body(Given) },
  responses: answers(201, 'Post `fields` and then `file` as multipart/form-data to `url` within 15 minutes.', () => Upload),
})
const get = createRoute({
  method: 'get',
  path: '/api/files/{id}',
  tags: ['files'],
  summary: 'A short-lived address of a file',
  request: { params: z.object({ id: z.string().regex(fileId) }) },
  responses: answers(302, 'Its address, for whoever may see a record that holds it.'),
})

export function fileRoutes(): Area {
  const routes = area()
  routes.openapi(post, async (c) => {
    const { scope, clock } = c.var
    if (scope.role === 'leader') return problem(c, 403, api.mayNot)
    const given = c.req.valid('json')
    const name = fileName(given.name.split(/[/\\]/).at(-1) ?? '')
    const type = typeOf(name, given.type)
    if (!type || !isStorable(name)) return problem(c, 415, api.fileType, { errors: [{ path: 'type', message: api.fileType[c.var.lang] }] })
    if (given.size > MOST_BYTES) return problem(c, 413, api.fileSize, { errors: [{ path: 'size', message: api.fileSize[c.var.lang] }] })
    const file = await addFile(scope, { name, type, size: given.size }, clock.now)
    return c.json({ id: file.id, upload: await uploadForm(file) }, 201)
  })
  routes.openapi(get, async (c) => {
    const file = await readableFile(c.var.scope, c.req.valid('param').id)
    if (!file) return problem(c, 404, api.notThere)
    // What a record holds has arrived.
    if (file.links.length === 0 && !(await hasArrived(file.id))) return problem(c, 404, fileWords.absent)
    return c.redirect(await readAddress(file), 302)
  })
  return routes
}
