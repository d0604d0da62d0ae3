/** A name with the word that is compared; `length`: of the name as it is written, where the word is less. */
type Named = { name: string; word: string; length?: number }

/** The name to suggest for a word that is none of them: the one of which fewest letters differ, half of the shorter at most. Of several, one that stands whole in what is written; else none is clear. */
export function nearest(given: string, names: Named[]): string | undefined {
  const ranked = names
    .map(({ name, word, length = word.length }) => ({ name, length, far: distance(given, word), within: given.includes(word) ? 0 : 1 }))
    .filter(({ far, length }) => far <= Math.max(1, Math.floor(Math.min(length, given.length) / 2)))
    .sort((a, b) => a.far - b.far || a.within - b.within)
  const [first] = ranked
  const alike = ranked.filter(({ far, within }) => far === first?.far && within === first.within)
  return alike.every(({ name }) => name === first?.name) ? first?.name : undefined
}

/** How many letters must change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
