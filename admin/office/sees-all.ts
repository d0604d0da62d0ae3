import type { Scope } from '../../shared/scope.ts'

/** True for who sees all that belongs to an office or a deputy: the county, itself, and a deputy's own township. */
export function seesAll(reader: Scope['office'], kind: string, id: string, place: string | undefined): boolean {
  const own = reader.kind === kind && reader.id === id
  return reader.kind === 'county' || own || (kind === 'deputy' && reader.kind === 'township' && reader.id === place)
}
