import * as z from 'zod'
import { Key, Line } from '../../shared/definition/names.ts'
import { api } from '../../shared/words/api.ts'
import { channelTrial } from '../../shared/words/channels.ts'
import { env } from '../env.ts'
import { channelKinds, dropChannel, listChannels, openChannel, putChannel } from '../store/channels.ts'
import { type Area, answers, area, body } from './area.ts'
import { noteDone } from './note.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'

const tags = ['channels']
const params = z.object({ key: Key })
const Channel = z.object({ key: z.string(), kind: z.enum(channelKinds), name: z.string() }).meta({ id: 'Channel' })
const list = createRoute({
  method: 'get',
  path: '/api/channels',
  tags,
  summary: 'The county’s ways beside mail; whoever wants his mail by one names it as `channel` in his settings',
  responses: answers(200, 'What opens them is told to nobody.', () => z.object({ data: z.array(Channel) })),
})
const put = createRoute({
  method: 'put',
  path: '/api/channels/{key}',
  tags,
  summary: 'Set up a robot of a group (`wecom` 企业微信, `dingtalk` 钉钉) or a gateway for short messages (`sms`)',
  description:
    '`url` is the robot’s webhook or the gateway’s address; `secret` signs what goes to 钉钉, and is the gateway’s bearer token. Left out, they stay as they were. The gateway is posted `{phone, text}`.',
  request: {
    params,
    body: body(
      z.strictObject({
        kind: z.enum(channelKinds),
        name: Line.max(40),
        url: z.url().max(1000).optional(),
        secret: z.string().max(500).optional(),
      }),
    ),
  },
  responses: answers(200, 'The channel.', () => Channel),
})
const drop = createRoute({
  method: 'delete',
  path: '/api/channels/{key}',
  tags,
  summary: 'Take a channel away; who had chosen it gets mail again',
  request: { params },
  responses: answers(204, 'Gone.'),
})
const trial = createRoute({
  method: 'post',
  path: '/api/channels/{key}/trial',
  tags,
  summary: 'Send a message by it, to see that it arrives',
  request: { params, body: body(z.strictObject({ phone: z.string().max(40).optional() })) },
  responses: answers(200, 'It was taken.', () => z.object({ ok: z.literal(true) })),
})

/** The county's own messengers, behind the same `send` as mail. Administrators set them up. */
export function channelRoutes(): Area {
  const routes = area()
  routes.openapi(list, async (c) => c.json({ data: await listChannels() }))
  routes.openapi(put, async (c) => {
    if (c.var.scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { key } = c.req.valid('param')
    const { kind, name, url, secret } = c.req.valid('json')
    // What is sent names items: it goes to no address that others can read along.
    if (url !== undefined && !url.startsWith('https://') && env('STAGE') !== 'local') return wrong(c, 'url', channelTrial.plain)
    const given = { ...(url === undefined ? {} : { url }), ...(secret === undefined ? {} : { secret }) }
    if (!(await putChannel({ key, kind, name }, given))) return wrong(c, 'url', channelTrial.noAddress)
    await noteDone(c, 'channel.put', key)
    return c.json({ key, kind, name })
  })
  routes.openapi(drop, async (c) => {
    if (c.var.scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    await dropChannel(c.req.valid('param').key)
    await noteDone(c, 'channel.drop', c.req.valid('param').key)
    return c.body(null, 204)
  })
  routes.openapi(trial, async (c) => {
    if (c.var.scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const { key } = c.req.valid('param')
    const { phone } = c.req.valid('json')
    if (!(await openChannel(key))) return problem(c, 404, api.notThere)
    const { byWebhook } = await import('../mail/webhook.ts')
    try {
      await byWebhook({ channel: key, text: channelTrial.text[c.var.lang], ...(phone ? { phone } : {}) })
    } catch (error) {
      return problem(c, 409, channelTrial.failed((error as Error).message))
    }
    return c.json({ ok: true })
  })
  return routes
}
