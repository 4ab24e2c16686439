import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts } from 'pdf-lib'
import { PNG } from 'pngjs'

/** How a made-up PDF of somebody else looks. */
export interface OutsideLook {
  readonly pages: number
  /** Printed on each page with its number: 'appendix, page 2'. */
  readonly words: string
  /** In points; A4 when left out. */
  readonly size?: readonly [number, number]
  readonly turn?: number
  /** A picture of a page, without a letter of text. */
  readonly scanned?: boolean
}

const linesOf = (words: string): readonly string[] =>
  Array.from({ length: 24 }, (_, index) => `Line ${index + 1} of ${words}: families asked for help earlier, and were seen sooner.`)

/** A PDF as another program would make it, with marked content and a tag number of its own on each page. */
export async function outsidePdf({ pages, words, size = [595.28, 841.89], turn = 0, scanned = false }: OutsideLook): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(words)
  const font = await document.embedFont(StandardFonts.Helvetica)
  const picture = scanned ? await document.embedPng(speckled()) : undefined
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([...size])
    const { width, height } = page.getSize()
    page.setRotation(degrees(turn))
    page.node.set(PDFName.of('StructParents'), document.context.obj(number - 1))
    if (picture) {
      page.drawImage(picture, { x: width * 0.1, y: height * 0.1, width: width * 0.8, height: height * 0.8 })
      continue
    }
    page.drawRectangle({ x: 6, y: 6, width: width - 12, height: height - 12, borderColor: rgb(0.7, 0.1, 0.1), borderWidth: 2 })
    const step = Math.min(width, height) / 40
    page.drawText(`${words}, page ${number}`, { x: step * 2, y: height - step * 4, size: step * 1.2, font })
    for (const [index, line] of linesOf(words).entries())
      page.drawText(line, { x: step * 2, y: height - step * (6 + index * 1.2), size: step * 0.7, font })
    const marked = document.context.stream('/P <</MCID 0>> BDC 0 0 1 RG 20 20 40 40 re S EMC')
    page.node.addContentStream(document.context.register(marked))
  }
  return document.save()
}

/** A picture that looks like lines of text. */
export function speckled(): Buffer {
  const picture = new PNG({ width: 300, height: 400 })
  for (let at = 0; at < 300 * 400; at += 1) {
    const dark = Math.floor(at / 300) % 12 < 6 && (at * 7919) % 13 < 7
    picture.data.fill(dark ? 60 : 250, at * 4, at * 4 + 3)
    picture.data[at * 4 + 3] = 255
  }
  return PNG.sync.write(picture)
}

/** A PDF with everything that must not reach a pack: scripts, an attached file, a filled-in form, a comment, links. */
export async function busyPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595.28, 841.89])
  document.addJavaScript('greet', 'app.alert("EVIL-SCRIPT")')
  await document.attach(Buffer.from('SECRET-ATTACHMENT'), 'secret.txt', { mimeType: 'text/plain' })
  const form = document.getForm()
  const field = form.createTextField('name')
  field.setText('FILLED-IN-VALUE')
  field.addToPage(page, { x: 50, y: 700, width: 300, height: 30 })
  const link = document.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [50, 600, 200, 620],
    A: { S: 'JavaScript', JS: PDFString.of('app.alert("EVIL-LINK")') },
  })
  page.node.addAnnot(document.context.register(link))
  page.node.set(PDFName.of('AA'), document.context.obj({ O: { S: 'JavaScript', JS: PDFString.of('EVIL-OPEN') } }))
  page.drawText('A form that was filled in', { x: 50, y: 760, size: 14 })
  return document.save({ useObjectStreams: false })
}

/** A PDF that says that it is protected by a password. */
export async function lockedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  const filter = { Filter: 'Standard', V: 2, R: 3, Length: 128, P: -4 }
  document.context.trailerInfo.Encrypt = document.context.register(document.context.obj(filter))
  return document.save({ useObjectStreams: false })
}
