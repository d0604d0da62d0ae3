import { expect, test } from 'vitest'
import { fromAddress } from '../../admin/fields/from-address.ts'

test.each([
  [
    'http://localhost:3000/suggestions?filter=%7B%22state%22%3A%22handling%22%2C%22year%22%3A%222026%22%7D&page=1',
    'suggestions?state=handling&year=2026',
  ],
  ['/annual-tasks?displayedFilters=%7B%7D&filter=%7B%7D', 'annual-tasks'],
  ['suggestions?state=closed', 'suggestions?state=closed'],
  ['写错的地址', '写错的地址'],
])('the address of a list, %s, is its saved filter', (address, filter) => expect(fromAddress(address)).toBe(filter))
