import type { Label } from '../names.ts'
import { bareText, type SheetCell, shownText } from './sheet.ts'

/** What is meant by what the cells of a column say: field or header → what they say → what is meant. */
export type Values = { [path: string]: { [said: string]: string } }
/** What is wrong with a cell, with what may be meant by what it says (`said`: all of it, or the part of a list that is to blame). */
export type CellFault = Label & { instead?: Instead }
export type Instead = { said: string; by: string }

/** A fault that proposes what may be meant, where anything is near. */
export function proposing(message: Label, said: string, by: string | undefined): CellFault {
  return by === undefined ? message : { ...message, instead: { said, by } }
}

/** Puts cells right as their sender said, column by column: the whole of one, or the parts of a list that he said something of. Built once for a file. */
export function putRight(values: Values): (path: string, cell: SheetCell) => SheetCell {
  const plain = (all: Values[string]) => new Map(Object.entries(all).map(([said, by]) => [bareText(said), by]))
  const columns = new Map(Object.entries(values).map(([path, all]) => [path, plain(all)]))
  return (path, cell) => {
    const meant = columns.get(path)
    if (!meant) return cell
    const text = shownText(cell)
    const whole = meant.get(bareText(text))
    const parts = text.replace(/[^、;；,，\n]+/g, (part) => meant.get(bareText(part)) ?? part)
    return whole ?? (parts === text ? cell : parts)
  }
}
