/** The same judgement, made once for each thing (a definition, the offices of a county): what it is made of is never changed in place. */
export function remembered<Of extends object, T>(judge: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { judged: T }>()
  return (of) => {
    const before = known.get(of)
    if (before) return before.judged
    const judged = judge(of)
    known.set(of, { judged })
    return judged
  }
}
