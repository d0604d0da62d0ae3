/** The keys of the one table and of its indexes; every key is a string, and an index carries keys only. */
export const keys = { hash: 'pk', range: 'sk', expiry: 'ttl' }
export const indexes = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'].map((key) => ({ name: `${key}-keys`, hash: `${key}pk`, range: `${key}sk` }))
