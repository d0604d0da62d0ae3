import type { Label } from '../names.ts'

type Named = { label: Label }

/** True when one of these is called so, in either language, whatever spaces stand in it. */
export function isCalled(named: Named[], name: string): boolean {
  return plain(name) !== '' && named.some(({ label }) => plain(label.zh) === plain(name) || plain(label.en) === plain(name))
}

/** The languages in which a name that was not there `before` is already one of the others', so that people could not tell the two apart. */
export function doubled(after: Named, before: Named | undefined, others: Named[]): (keyof Label)[] {
  const isNew = (name: string) => !before || !isCalled([before], name)
  return (['zh', 'en'] as const).filter((lang) => isNew(after.label[lang]) && isCalled(others, after.label[lang]))
}

const plain = (text: string): string => text.replace(/\s/g, '').toLowerCase()
