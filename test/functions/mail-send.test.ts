import { once } from 'node:events'
import { type ServerResponse, createServer as web } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { invitationLetter, resetLetter } from '../../functions/mail/account.ts'
import { send, Undeliverable } from '../../functions/mail/send.ts'
import { forgetSmtpAddress } from '../../functions/mail/smtp-address.ts'
import { partsHere } from '../parts-here.ts'
import { address, county, mails } from './mail-county.ts'

const parts = partsHere()

beforeEach(() => county(parts))
afterEach(() => vi.unstubAllEnvs())

/** A server that speaks as much SMTP as a delivery needs, and answers `RCPT` as it is told. */
async function smtp(rcpt: string): Promise<{ url: string; said: () => string; stop: () => void }> {
  let said = ''
  const server = createServer((socket) => {
    let inData = false
    socket.write('220 test\r\n')
    socket.on('data', (piece) => {
      said += piece
      for (const line of String(piece).split('\r\n').slice(0, -1)) {
        if (inData) {
          if (line !== '.') continue
          inData = false
          socket.write('250 queued\r\n')
        } else if (line.startsWith('DATA')) {
          inData = true
          socket.write('354 go on\r\n')
        } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n')
        else socket.write(line.startsWith('RCPT') ? `${rcpt}\r\n` : '250 ok\r\n')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, said: () => said, stop: () => server.close() }
}

/** A mail service that answers as it is told, and a `send.ts` that has not met another one yet. */
async function serviceOf(answers: (answer: ServerResponse, asked: number) => unknown) {
  let asked = 0
  const ses = web((_, answer) => {
    asked += 1
    answers(answer, asked)
  }).listen(0, '127.0.0.1')
  await once(ses, 'listening')
  vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${(ses.address() as AddressInfo).port}`)
  vi.resetModules()
  const stop = () => {
    ses.closeAllConnections()
    ses.close()
  }
  return { asked: () => asked, stop }
}

const told = (answer: ServerResponse, status: number, name: string, body: string) =>
  answer
    .writeHead(status, { 'content-type': 'text/xml' })
    .end(`<${name} xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${body}</${name}>`)
const refusal = (answer: ServerResponse, code: string, message: string) =>
  told(answer, 400, 'ErrorResponse', `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`)
const accepted = (answer: ServerResponse, id: string) =>
  told(answer, 200, 'SendEmailResponse', `<SendEmailResult><MessageId>${id}</MessageId></SendEmailResult>`)

const mail = { subject: '督办提醒：幸福路排水管网改造', html: '<p>超期 3 天</p>', text: '超期 3 天' }

describe('a mail', () => {
  it('reaches the inbox by SES with its Chinese subject and both parts', async () => {
    const { messageId } = await send({ to: address('water'), ...mail, tags: { notice: 'n1' } })
    expect(messageId).not.toBe('')
    const [got] = await mails(parts, 'water')
    expect(got).toMatchObject({ subject: mail.subject, body: { html: mail.html, text: mail.text } })
  })

  it('has one line for a subject, whatever it is asked to say', async () => {
    await send({ to: address('water'), ...mail, subject: '督办 关于修桥\r\nBcc: a@b.cn\n和修路\u2028的建议\t' })
    const [got] = await mails(parts, 'water')
    expect(got?.subject).toBe('督办 关于修桥 Bcc: a@b.cn 和修路 的建议')
    const server = await smtp('250 ok')
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: server.url })
    await send({ to: address('water'), ...mail, subject: 'Bridge\r\nBcc: a@b.cn' })
    server.stop()
    expect(server.said()).toContain('Subject: Bridge Bcc: a@b.cn')
    expect(server.said()).not.toMatch(/^Bcc:/m)
  })

  it('with a control sign in its subject would be refused by SES, which the inbox here does too', async () => {
    const { SESClient, SendEmailCommand } = await import('@aws-sdk/client-ses')
    const Subject = { Data: '关于修桥\n和修路' }
    const command = new SendEmailCommand({
      Source: 'duban@duban.test',
      Destination: { ToAddresses: [address('water')] },
      Message: { Subject, Body: { Text: { Data: '文' } } },
    })
    await expect(new SESClient({ endpoint: parts.mail }).send(command)).rejects.toMatchObject({ name: 'InvalidParameterValue' })
    expect(await mails(parts)).toEqual([])
  })

  it('goes by SMTP where there is no SES', async () => {
    const server = await smtp('250 ok')
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: server.url })
    await send({ to: address('water'), ...mail })
    server.stop()
    expect(server.said()).toContain(`RCPT TO:<${address('water')}>`)
    expect(server.said()).toContain('multipart/alternative')
    expect(await mails(parts)).toEqual([])
  })

  it.each([
    ['Email address is not verified. The following identities failed the check in region CN-NORTH-1: duban@duban.example', false],
    [
      'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
      false,
    ],
    ['Address blacklisted.', true],
  ])('that SES rejects with “%s” is undeliverable: %s', async (message, undeliverable) => {
    const ses = await serviceOf((answer) => refusal(answer, 'MessageRejected', message))
    const fresh = await import('../../functions/mail/send.ts')
    const failed = await fresh.send({ to: address('water'), ...mail }).catch((reason: unknown) => reason)
    ses.stop()
    expect([failed instanceof fresh.Undeliverable, (failed as Error).message]).toEqual([undeliverable, message])
  })

  it('whose answer from SES was lost may have gone out, and is not tried again unseen', async () => {
    const ses = await serviceOf((answer) => answer.destroy())
    const fresh = await import('../../functions/mail/send.ts')
    await expect(fresh.send({ to: address('water'), ...mail })).rejects.toThrow(fresh.Unanswered)
    expect(ses.asked()).toBe(1)
    ses.stop()
    await expect(fresh.send({ to: address('water'), ...mail })).rejects.not.toThrow(fresh.Unanswered)
  })

  it('for which SES is asked too fast is sent a moment later', async () => {
    const ses = await serviceOf((answer, asked) =>
      asked < 3 ? refusal(answer, 'Throttling', 'Maximum sending rate exceeded.') : accepted(answer, 'm-3'),
    )
    const fresh = await import('../../functions/mail/send.ts')
    expect(await fresh.send({ to: address('water'), ...mail })).toEqual({ messageId: 'm-3' })
    expect(ses.asked()).toBe(3)
    ses.stop()
  })

  it('reads the SMTP address from its secret, and anew when the password was changed', async () => {
    const server = await smtp('250 ok')
    let asked = 0
    const vault = web((_, answer) => {
      asked += 1
      answer.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ SecretString: server.url }))
    }).listen(0, '127.0.0.1')
    await once(vault, 'listening')
    process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = `http://127.0.0.1:${(vault.address() as AddressInfo).port}`
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_SECRET: 'duban/smtp' })
    delete process.env.SMTP_URL
    forgetSmtpAddress()
    for (const subject of ['一', '二']) await send({ to: address('water'), ...mail, subject })
    expect(asked).toBe(1)
    forgetSmtpAddress()
    await send({ to: address('water'), ...mail })
    expect(asked).toBe(2)
    expect(server.said().match(/RCPT TO/g)).toHaveLength(3)
    vault.close()
    server.stop()
  })

  it('that its recipient’s server refuses is undeliverable, one that may go later is not', async () => {
    const [never, later] = [await smtp('550 no such user'), await smtp('451 try again')]
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: never.url })
    await expect(send({ to: address('water'), ...mail })).rejects.toThrow(Undeliverable)
    Object.assign(process.env, { SMTP_URL: later.url })
    await expect(send({ to: address('water'), ...mail })).rejects.not.toThrow(Undeliverable)
    never.stop()
    later.stop()
  })
})

describe('an account letter', () => {
  const to = { name: '李强', email: 'li@water.test', house: '灌南县人大' }

  it('invites with a link, in either language', () => {
    const zh = invitationLetter({ ...to, lang: 'zh' }, 'https://duban.test/new-password?token=t', 7)
    expect(zh.subject).toBe('督办 开通账号')
    for (const part of [zh.html, zh.text]) for (const word of ['李强', 'li@water.test', 'token=t', '7 天']) expect(part).toContain(word)
    expect(invitationLetter({ ...to, lang: 'en' }, 'https://duban.test/x', 7).text).toContain('within 7 days')
  })

  it('resets with a link that is soon spent', () => {
    expect(resetLetter({ ...to, lang: 'zh' }, 'https://duban.test/x', 60).text).toContain('60 分钟内')
  })

  it('writes what people typed as text, not as markup', () => {
    expect(resetLetter({ ...to, name: '<script>', lang: 'zh' }, 'https://duban.test/x', 60).html).not.toContain('<script>')
  })
})
