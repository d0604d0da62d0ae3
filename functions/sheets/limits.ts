/** Largest files: sent with the request, and uploaded before it. */
export const maxBytes = { direct: 4 * 1024 * 1024, uploaded: 20 * 1024 * 1024 }
export const maxRows = 50_000
/** What a tab may hold beside its items: titles, totals, notes. */
export const spareRows = 1000
/** Columns A to ZZ; what stands further right is no part of a register. */
export const maxColumns = 702
/** Cells of a whole workbook, blanks between filled ones counted in, and areas that are merged. */
export const maxCells = 5_000_000
/** Characters in all cells together: many may share one text. */
export const maxCharacters = 50_000_000
export const maxMerges = 100_000
/** All parts of a workbook together, unpacked. */
export const maxUnpacked = 256 * 1024 * 1024
export const maxParts = 2000
