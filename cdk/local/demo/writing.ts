import { officeName } from './offices.ts'
import type { Result } from './outcomes.ts'
import { cannotBuild, cannotDo, farewells, forReference, greetings, openings, pledges, requests } from './phrases.ts'
import type { Random } from './random.ts'
import type { Side, Theme } from './themes.ts'
import { communities, villages } from './villages.ts'

export type Place = { township: string; village?: string }
export type Setting = Place & { theme: Theme; side: Side; variant?: string; year: number }

/** Every place for which a theme makes sense. Themes of the whole county are raised from any township. */
export function placesFor(theme: Theme, township: string): Place[] {
  if (theme.only.length > 0 && !theme.only.includes(township)) return []
  if (theme.at === 'village') return (villages[township] ?? []).map((village) => ({ township, village }))
  if (theme.at === 'community') return (communities[township] ?? []).map((village) => ({ township, village }))
  return [{ township }]
}

export function writeTitle(setting: Setting): string {
  return `关于${fill(setting, setting.side.title)}的建议`
}

/** A place, a problem, what follows from it, and two or three proposals. */
export function writeBody(setting: Setting, random: Random): string {
  const { theme, side } = setting
  const problem = `${random.pick(openings)}${side.fact}。${side.harm}。`
  const count = problem.length < 72 || random.chance(0.4) ? 3 : 2
  const proposals = random.shuffled(theme.asks).slice(0, count)
  const numbered = proposals.map((proposal, at) => `${['一', '二', '三'][at]}是${proposal}`).join('；')
  return fill(setting, `${problem}${random.pick(requests)}${numbered}。`, random)
}

/** What the lead unit answers; the class of the result decides what it can say. */
export function writeReply(setting: Setting, result: Result, repliedOn: string, assignedOn: string, random: Random): string {
  return fill(setting, `${random.pick(greetings)}${answer(setting, result, random)}`, random)
    .replaceAll('{m}', String(monthBetween(assignedOn, repliedOn, random)))
    .replaceAll('{n}', String(Number(repliedOn.slice(0, 4)) + 1))
}

function answer({ theme, side }: Setting, result: Result, random: Random): string {
  if (result === 'A') return `${side.done}。${random.pick(farewells)}`
  if (result === 'B') return `${theme.planned}。${random.pick(pledges)}`
  if (result === 'D') return random.pick(forReference)
  return random.pick(/[建修扩][^议]|改造|拓宽|硬化|疏浚|清淤|加固|安装|增设|延伸|补植/.test(side.title) ? cannotBuild : cannotDo)
}

function fill(setting: Setting, phrase: string, random?: Random): string {
  const slots: Record<string, string> = {
    t: officeName(setting.township),
    v: setting.village ?? '',
    x: setting.variant ?? '',
    u: officeName(setting.theme.lead),
  }
  const filled = phrase
    .replace(/\{y-(\d+)\}/g, (_, years: string) => String(setting.year - Number(years)))
    .replace(/\{([tvxu])\}/g, (_, slot: string) => slots[slot] ?? '')
  return random ? filled.replace(/\[([\d.]+)-([\d.]+)\]/g, (_, low: string, high: string) => numberBetween(low, high, random)) : filled
}

function numberBetween(low: string, high: string, random: Random): string {
  if (low.includes('.')) return (random.between(Math.round(Number(low) * 10), Math.round(Number(high) * 10)) / 10).toFixed(1)
  const step = Number(high) >= 1000 ? 50 : Number(high) >= 100 ? 10 : Number(high) >= 40 ? 5 : 1
  return String(random.between(Math.ceil(Number(low) / step), Math.floor(Number(high) / step)) * step)
}

function monthBetween(assignedOn: string, repliedOn: string, random: Random): number {
  const [from, to] = [Number(assignedOn.slice(5, 7)), Number(repliedOn.slice(5, 7))]
  return assignedOn.slice(0, 4) === repliedOn.slice(0, 4) ? random.between(Math.min(from + 1, to), to) : to
}
