/** A cell as a file gives it; real dates of a spreadsheet are days `2026-03-02`, formula errors texts such as `#REF!`. */
export type SheetCell = string | number | boolean | null
/** A row with the number that the spreadsheet shows beside it. */
export type SheetRow = { row: number; cells: SheetCell[] }
