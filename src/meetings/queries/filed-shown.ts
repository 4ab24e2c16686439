import type { Reader } from '#platform/database/session.ts'
import { type AgendaItem, findAgenda, titleOf } from './agenda.ts'
import { type FiledFile, findFiledFiles } from './filed-files.ts'

/** A filed file with its item as the reader may know it. */
export interface FiledShown extends FiledFile {
  /** '5 The yearly review', or the title alone where items have no numbers. */
  readonly under: string
}

/** What is filed with the minutes of a meeting and was not taken back, in the order of the agenda, as far as the reader may see it. */
export async function findFiledShown(reader: Reader, meeting: string, agenda?: readonly AgendaItem[]): Promise<readonly FiledShown[]> {
  const items = agenda ?? (await findAgenda(reader, meeting))
  const files = (await findFiledFiles(reader, meeting)).filter(({ takenBackAt }) => takenBackAt === null)
  return items.flatMap((item) => files.filter((file) => file.item === item.id).map((file) => ({ ...file, under: itemInWords(item) })))
}

/** An item by its number and the title that one may read. */
export function itemInWords(item: Pick<AgendaItem, 'number' | 'publicTitle' | 'content'>): string {
  return [...(item.number === '' ? [] : [`item ${item.number},`]), titleOf(item)].join(' ')
}
