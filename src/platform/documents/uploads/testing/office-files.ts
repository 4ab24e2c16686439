import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

/** Packs a zip of these entries. */
export async function zipOf(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content as string), name)
  zip.end()
  return buffer(zip.outputStream)
}

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const types = (main: string) =>
  `${head}<Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`

/** A small workbook; `more` replaces or adds parts. */
export function workbook(more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': types('spreadsheetml.sheet.main+xml'),
    'xl/workbook.xml': `${head}<workbook><sheets><sheet name="Spend" sheetId="1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData><row r="1"><c><v>5</v></c></row></sheetData></worksheet>`,
    ...more,
  })
}

/** A small presentation. */
export function slides(more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': types('presentationml.presentation.main+xml'),
    'ppt/slides/slide1.xml': `${head}<p:sld><a:t>Words</a:t></p:sld>`,
    ...more,
  })
}

/** A small Word document of these paragraphs of XML. */
export function wordFile(body: string, more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${rel}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

/** A paragraph of Word. */
export const wordParagraph = (text: string, inside = ''): string => `<w:p>${inside}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A spreadsheet or a presentation of the open kind. */
export function openFile(kind: 'spreadsheet' | 'presentation', content: string, manifest = ''): Promise<Buffer> {
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'META-INF/manifest.xml': `${head}<manifest>${manifest}</manifest>`,
    'content.xml': `${head}<office:document-content>${content}</office:document-content>`,
  })
}

/** A zip with one entry of zeros that says it is small: both its headers lie about its size. */
export async function lyingZip(bytes: number): Promise<Buffer> {
  const zip = await workbook({ 'xl/media/zeros.bin': Buffer.alloc(bytes) })
  const honest = Buffer.alloc(4)
  honest.writeUInt32LE(bytes)
  const lie = Buffer.alloc(4)
  lie.writeUInt32LE(1000)
  for (let at = zip.indexOf(honest); at !== -1; at = zip.indexOf(honest, at + 4)) lie.copy(zip, at)
  return zip
}
