import { request } from 'node:http'
import { asked } from '../asked.ts'

// npm run job reminders -- --date YYYY-MM-DD [--dry-run] [--county haian]
const { values, positionals } = asked({
  allowPositionals: true,
  options: { date: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, county: { type: 'string' } },
})
const doors: Record<string, string> = { reminders: 'Remind', recount: 'Recount' }
const door = doors[positionals[0] ?? '']
const port = process.env.PORT ?? '3000'

if (!door || positionals.length > 1) fail(`Usage: npm run job ${Object.keys(doors).join('|')} -- --date YYYY-MM-DD [--dry-run]`)
else if (values.date !== undefined && !isDay(values.date)) fail(`--date takes a day such as 2026-07-09, not ${values.date}`)
else if (door === 'Remind' && values.date === undefined) fail('Say for which day: --date YYYY-MM-DD')
else
  await ask(door, { ...(values.date && { date: values.date }), dryRun: values['dry-run'], ...(values.county && { county: values.county }) })

// Not fetch: it gives up after five minutes, and a job may take fifteen.
function ask(name: string, event: object): Promise<void> {
  return new Promise((done) => {
    const call = request({ host: '127.0.0.1', port, path: `/_local/invoke/${name}`, method: 'POST' }, async (answer) => {
      const said = Buffer.concat(await answer.toArray()).toString()
      if (answer.statusCode === 200) console.log(said)
      if (answer.statusCode !== 200) fail(said)
      else if (JSON.parse(said)?.failed > 0) process.exitCode = 1
      done()
    })
    call.once('error', () => {
      fail(`Nothing answers at http://localhost:${port}. Start the platform first: npm start`)
      done()
    })
    call.end(JSON.stringify(event))
  })
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
