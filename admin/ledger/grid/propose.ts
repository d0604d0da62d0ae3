/** What a record was about, and what was answered for it. */
export type Example = { text: string; answer: string }
/** `named`: its own text names that office. `weak`: alike in kind only, so that somebody must look at it by itself. */
export type Proposal = { answer: string; like: number; named?: true; weak?: true }

const SURE = 3
const SMOOTH = 0.5

/**
 * Learns from items that have their answer what to propose for one that has none: which pairs of neighbouring characters go with which answer (naive
 * Bayes over pairs). Proposes nothing where the pairs do not speak for one answer clearly more than for all others. `like`: how many examples had that answer.
 */
export function learn(examples: Example[]): (text: string) => Proposal | undefined {
  const answers = new Map<string, { times: number; pairs: Map<string, number> }>()
  const frequent = new Map<string, number>()
  for (const { text, answer } of examples) {
    const known = answers.get(answer) ?? { times: 0, pairs: new Map() }
    known.times += 1
    for (const pair of pairsOf(text)) {
      known.pairs.set(pair, (known.pairs.get(pair) ?? 0) + 1)
      frequent.set(pair, (frequent.get(pair) ?? 0) + 1)
    }
    answers.set(answer, known)
  }
  const all = examples.length
  return (text) => {
    const pairs = [...pairsOf(text)].filter((pair) => frequent.has(pair))
    const judged = [...answers].map(([answer, { times, pairs: own }]) => ({
      answer,
      times,
      score:
        Math.log(times / all) +
        pairs.reduce((sum, pair) => {
          const usual = ((frequent.get(pair) ?? 0) + SMOOTH) / (all + 1)
          return sum + Math.log(((own.get(pair) ?? 0) + SMOOTH * usual * 2) / (times + SMOOTH * 2) / usual)
        }, 0),
    }))
    const [best, second] = judged.sort((a, b) => b.score - a.score)
    if (!best || !second || best.score - second.score < SURE) return undefined
    return { answer: best.answer, like: best.times }
  }
}

/**
 * What to propose for an item: the office that its own text names, else what items like it had. A guess that its words do not bear out (`words`: without its
 * kind) is weak; one that goes against all that the text names is none.
 */
export function proposalFor(
  learned: (text: string) => Proposal | undefined,
  { words, kind, units }: { words: string; kind: string; units: string[] },
): Proposal | undefined {
  const [only, ...others] = units
  if (only !== undefined && others.length === 0) return { answer: only, like: 0, named: true }
  const guess = learned(`${words} ${kind}`)
  if (!guess || (units.length > 0 && !units.includes(guess.answer))) return undefined
  return learned(words)?.answer === guess.answer ? guess : { ...guess, weak: true }
}

/** Pairs of neighbouring letters and characters, each once. */
function pairsOf(text: string): Set<string> {
  const letters =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? []
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}
