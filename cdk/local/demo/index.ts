import { offices as staffed } from './offices.ts'
import { deputyOffices } from './people.ts'

export { archives, roll } from './archives.ts'
export { bringIn, enrol, load, playOn } from './load.ts'
export { people } from './people.ts'
export { sittings } from './sittings.ts'

/** The county office, the townships, the units, and the deputies who have an account. */
export const offices = [...staffed, ...deputyOffices]
