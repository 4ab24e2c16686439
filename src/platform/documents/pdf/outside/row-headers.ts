import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef } from 'pdf-lib'
import { pdfName } from './pdf-objects.ts'

/**
 * Tags the first cell of each row as a header where a table says so: the compiler knows headers of columns only. `sides` says it for each table
 * of the document in reading order; a row of one cell is a line across the table and stays.
 */
export function tagRowHeaders(pack: PDFDocument, sides: readonly boolean[]): void {
  const root = pack.catalog.lookup(pdfName('StructTreeRoot'))
  if (!(root instanceof PDFDict) || !sides.includes(true)) return
  let table = -1
  const visit = (element: PDFObject | undefined, inBody: boolean): void => {
    const found = element instanceof PDFRef ? pack.context.lookup(element) : element
    if (found instanceof PDFArray) for (const part of found.asArray()) visit(part, inBody)
    if (!(found instanceof PDFDict) || found.has(pdfName('Obj'))) return
    const role = found.get(pdfName('S'))
    if (role === pdfName('Table')) table += 1
    if (role === pdfName('TR') && inBody && sides[table] === true) tagFirst(pack, found)
    else visit(found.get(pdfName('K')), inBody || role === pdfName('TBody'))
  }
  visit(root.get(pdfName('K')), false)
}

function tagFirst(pack: PDFDocument, row: PDFDict): void {
  const cells = row.lookup(pdfName('K'))
  if (!(cells instanceof PDFArray) || cells.size() < 2) return
  const cell = cells.lookup(0)
  if (!(cell instanceof PDFDict) || cell.get(pdfName('S')) !== pdfName('TD')) return
  cell.set(pdfName('S'), pdfName('TH'))
  const scope = pack.context.obj({ O: 'Table', Scope: 'Row' })
  const known = cell.lookup(pdfName('A'))
  const others = known instanceof PDFArray ? known.asArray() : known ? [known] : []
  cell.set(pdfName('A'), pack.context.obj([...others, scope]))
}
