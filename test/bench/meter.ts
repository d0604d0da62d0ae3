import { client } from '../../functions/store/table.ts'

/** What the database was asked since `clear`: requests, how many of them came one after the other, units as billed, units and items written. */
export type Spent = { requests: number; trips: number; units: number; written: number; items: number; clear: () => void }

/** Adds up what DynamoDB says that each request consumed. A trip begins when nothing is on its way: requests side by side are one. */
export function meter(): Spent {
  const none = { requests: 0, trips: 0, units: 0, written: 0, items: 0 }
  const spent: Spent = { ...none, clear: () => Object.assign(spent, none) }
  let going = 0
  client().middlewareStack.add(
    (next) => async (args) => {
      const input = Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' }) as { TransactItems?: unknown[] }
      spent.requests += 1
      if (going === 0) spent.trips += 1
      going += 1
      try {
        const answer = await next(args)
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number }[] | { CapacityUnits?: number } }
        const units = [ConsumedCapacity ?? []].flat().reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0)
        spent.units += units
        if (input.TransactItems) Object.assign(spent, { written: spent.written + units, items: spent.items + input.TransactItems.length })
        return answer
      } finally {
        going -= 1
      }
    },
    { step: 'initialize', name: 'meter' },
  )
  return spent
}
