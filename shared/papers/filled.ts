import type { Paper } from '../definition/paper.ts'

/** A table of a paper. `shares`: how wide each column is beside the others; `labels`: every other cell names the one after it. */
export type Table = { as: 'table'; head?: string[]; rows: string[][]; shares: number[]; labels?: true; tall?: number }

/** A part of a paper with everything filled in: what is printed, in any format. */
export type Filled =
  | { as: 'masthead' | 'number' | 'addressee' | 'annex'; text: string }
  | { as: 'heading'; lines: string[] }
  | { as: 'text'; level: number; text: string }
  | Table
  | { as: 'space'; label: string; lines: number }
  | { as: 'signs'; labels: string[] }
  | { as: 'seal'; office: string; day: string }
  | { as: 'qr'; text: string }
  | { as: 'attached'; names: string[] }
  | { as: 'copies'; to: string; by: string; day: string }

/**
 * A paper ready to be printed, by the name under which it is kept. `to`: the office to which it goes first, as a package is sorted by; `copy`: it is
 * read here, and signed elsewhere.
 */
export type FilledPaper = { name: string; to?: string; copy?: true; sheet: Paper['sheet']; blocks: Filled[] }
