/**
 * What is written from the records alone, and written again when they come back: lists and their compact copy, words and their packs, duties by holder,
 * counters, figures, claims, families.
 */
export const derived = new Set([
  'L',
  'LA',
  'LFRESH',
  'LCOPIES',
  'LCOPY',
  'Q',
  'QFRESH',
  'QPACKS',
  'QPACK',
  'HOLD',
  'NO',
  'ONCE',
  'K',
  'N',
  'FIGURES',
  'PROJECTION',
  'INDEXED',
  'FORM',
])

/** What opens something, or keeps somebody out for minutes: sessions, passwords, links, challenges, tries, and answers that were kept for whoever lost them. In no copy. */
export const secret = new Set(['S', 'CREDENTIAL', 'LINK', 'PASSWORD', 'TRIES', 'IDEM'])

/** What still has to be done: it comes back last, when all that it speaks of is there. */
export const waiting = new Set(['OUTBOX', 'UNTOLD', 'I', 'CLOSING'])
