import '../bench/tsx.ts'

// A process of its own that runs the reminders of a day at an instant: `node test/functions/reminding.ts 2026-06-05 1781234567890`. Whoever started it may kill
// it.
const { daily } = await import('../../functions/mail/daily.ts')
const [date = '', now] = process.argv.slice(2)
console.log(JSON.stringify(await daily(date, new Date(Number(now)))))
