import { addressRoutes } from './addresses.ts'
import type { Area } from './area.ts'
import { channelRoutes } from './channels.ts'
import { logRoutes } from './log.ts'
import { noticeRoutes } from './notices.ts'
import { peopleRoutes } from './people.ts'
import { proofRoutes } from './proofs.ts'
import { urgeRoutes } from './urge.ts'
import { wordingRoutes } from './wording.ts'

/** Who there is to be told, who is urged, what was said to whom, would be said and in which words, by which ways, what is proven of it, and what was done at all. */
export const areas: (() => Area)[] = [
  noticeRoutes,
  urgeRoutes,
  proofRoutes,
  wordingRoutes,
  addressRoutes,
  channelRoutes,
  logRoutes,
  peopleRoutes,
]
