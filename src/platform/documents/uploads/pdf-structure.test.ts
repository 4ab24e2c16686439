import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { structureOf } from './pdf-structure.ts'
import { Refused } from './refused.ts'

const target = { F: PDFString.of('calc.exe') }

/** A page whose link does what `action` says; values may be put into objects of their own. */
async function withAction(action: Record<string, unknown>, apart: readonly string[] = []): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const page = document.addPage()
  const { context } = document
  const dict = context.obj({})
  for (const [key, value] of Object.entries(action)) {
    const object = value as PDFName
    dict.set(PDFName.of(key), apart.includes(key) ? context.register(object) : object)
  }
  const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 100, 100] })
  link.set(PDFName.of('A'), context.register(dict))
  page.node.addAnnot(context.register(link))
  return PDFDocument.load(await document.save())
}

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

test('X4: a PDF that starts a program is refused, also in the guise of a part of its text', async () => {
  const launch = { S: PDFName.of('Launch'), ...target }
  for (const more of [{}, { K: PDFString.of('') }])
    assert.throws(structureOf.bind(undefined, await withAction({ ...launch, ...more })), refusedAs('pdf-launches'))
})

test('X4: a PDF whose action or address stands in an object of its own is refused, too', async () => {
  const launch = await withAction({ S: PDFName.of('Launch'), ...target }, ['S'])
  assert.throws(() => structureOf(launch), refusedAs('pdf-launches'))
  const script = await withAction({ S: PDFName.of('URI'), URI: PDFString.of('javascript:alert(1)') }, ['S', 'URI'])
  assert.throws(() => structureOf(script), refusedAs('pdf-scripts'))
})

test('X4: a part of the text that bears the name of an action is no action', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  document.context.register(document.context.obj({ Type: 'StructElem', S: 'Launch', K: 0 }))
  assert.equal(structureOf(await PDFDocument.load(await document.save())).fields, 0)
})
