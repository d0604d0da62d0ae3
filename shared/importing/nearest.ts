/** A name with the word that is compared; `length`: of the name as it is written, where the word is less. */
type Named = { name: string; word: string; length?: number }

/** The name to suggest for a word that is none of them: the one of which fewest letters differ, half of the shorter at most. */
export function nearest(given: string, names: Named[]): string | undefined {
  const ranked = names
    .map(({ name, word, length = word.length }) => ({ name, length, far: distance(given, word) }))
    .filter(({ far, length }) => far <= Math.max(1, Math.floor(Math.min(length, given.length) / 2)))
    .sort((a, b) => a.far - b.far)
  return ranked[0]?.name
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
