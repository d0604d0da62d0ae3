import type { OutputOptions } from 'rolldown'

type Groups = Exclude<OutputOptions['codeSplitting'], boolean | undefined>
type Modules = Parameters<Exclude<NonNullable<Groups['groups']>[number]['name'], string>>[1]

/**
 * How a bundle is cut into files, of which each costs a start a third of a millisecond: what a door imports by name is one; what the first of its parts (the
 * dynamic imports of `hub`) shares with another, and all that `base` imports, is another; everything else lies with what the same entries ask for.
 */
export function chunks(door: string, hub: string, base: string): Groups {
  let known: { start: Set<string>; common: (id: string) => boolean } | undefined
  const found = (modules: Modules) => {
    known ??= { start: reach(modules, [door]), common: common(modules, hub, base) }
    return known
  }
  return {
    groups: [
      { name: (id, modules) => (found(modules).start.has(id) ? 'start' : null), debugName: 'start', priority: 2 },
      { name: (id, modules) => (found(modules).common(id) ? 'common' : null), debugName: 'common', priority: 1 },
      { name: 'with', entriesAware: true, entriesAwareMergeThreshold: 0 },
    ],
  }
}

function common(modules: Modules, hub: string, base: string): (id: string) => boolean {
  const always = reach(modules, [base])
  const [first, ...others] = (modules.getModuleInfo(hub)?.dynamicallyImportedIds ?? []).map((part) => reach(modules, [part]))
  return (id) => always.has(id) || (!!first?.has(id) && others.some((part) => part.has(id)))
}

/** These modules and all that they import by name, one from another. */
function reach(modules: Modules, from: string[]): Set<string> {
  const read = new Set<string>()
  const follow = (id: string) => {
    if (read.has(id)) return
    read.add(id)
    for (const next of [...(modules.getModuleInfo(id)?.importedIds ?? [])]) follow(next)
  }
  for (const id of from) follow(id)
  return read
}
