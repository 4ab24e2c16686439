import { PDFArray, PDFDict, type PDFDocument, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib'
import { pdfName, pdfText } from './pdf-objects.ts'

/** The tags of a pack while outside pages are laid into it. */
export interface Tags {
  /** Moves to behind everything on a page of ours; pages come in order. */
  moveAfter(page: PDFRef): void
  /** A new section at this place. */
  section(title: string): PDFRef
  /** One paragraph that stands for a whole page; returns its key in the parent tree. */
  paragraph(section: PDFRef, page: PDFRef): number
  /** The same for a page that is a picture of text. */
  picture(section: PDFRef, page: PDFRef, words: string): number
  /** Writes what was added; nothing may be added afterwards. */
  finish(): void
}

/** The tag tree that was typeset, with a section for each inserted document at its place in the reading order. */
export function openTags(pack: PDFDocument): Tags {
  const { context } = pack
  const root = pack.catalog.lookup(pdfName('StructTreeRoot'), PDFDict)
  const documentRef = documentOf(pack, root)
  const children = context.lookup(documentRef, PDFDict).lookup(pdfName('K'), PDFArray)
  const added: [number, PDFRef][] = []
  let nextKey = 1 + Math.max(-1, ...keysOf(pack, root.lookup(pdfName('ParentTree'), PDFDict)))
  let cursor = 0
  const element = (section: PDFRef, page: PDFRef, kind: 'P' | 'Figure', words?: string): number => {
    const made = context.obj({
      Type: 'StructElem',
      S: kind,
      P: section,
      Pg: page,
      K: 0,
      ...(words !== undefined && { Alt: pdfText(words) }),
    })
    const ref = context.register(made)
    context.lookup(section, PDFDict).lookup(pdfName('K'), PDFArray).push(ref)
    added.push([nextKey, ref])
    nextKey += 1
    return nextKey - 1
  }
  return {
    moveAfter(page) {
      let seen = false
      for (; cursor < children.size(); cursor += 1) {
        const here = touches(pack, children.get(cursor), page)
        if (seen && !here) return
        seen ||= here
      }
    },
    section(title) {
      const ref = context.register(context.obj({ Type: 'StructElem', S: 'Sect', P: documentRef, T: pdfText(title), K: [] }))
      children.insert(cursor, ref)
      cursor += 1
      return ref
    },
    paragraph: (section, page) => element(section, page, 'P'),
    picture: (section, page, words) => element(section, page, 'Figure', words),
    finish: () => writeParents(pack, root, added, nextKey),
  }
}

function documentOf(pack: PDFDocument, root: PDFDict): PDFRef {
  const kids = root.get(pdfName('K'))
  const only = kids instanceof PDFArray ? kids.get(0) : kids
  const list = only instanceof PDFRef ? pack.context.lookup(only) : only
  const found = list instanceof PDFArray ? list.get(0) : only
  if (!(found instanceof PDFRef)) throw new Error('The tags of the pack have no root')
  return found
}

/** The old parent tree becomes the first part of a new one, so that its keys stay in order. */
function writeParents(pack: PDFDocument, root: PDFDict, added: readonly [number, PDFRef][], nextKey: number): void {
  if (added.length === 0) return
  const { context } = pack
  const old = root.lookup(pdfName('ParentTree'), PDFDict)
  const limits = (keys: readonly number[]): PDFObject => context.obj([keys[0] ?? 0, keys.at(-1) ?? 0])
  const wrapped = () => context.register(context.obj({ Nums: old.lookup(pdfName('Nums'), PDFArray), Limits: limits(keysOf(pack, old)) }))
  const kids = old.has(pdfName('Kids')) ? old.lookup(pdfName('Kids'), PDFArray).asArray() : [wrapped()]
  const nums = added.flatMap(([key, ref]): PDFObject[] => [PDFNumber.of(key), context.obj([ref])])
  const leaf = context.register(context.obj({ Nums: nums, Limits: limits(added.map(([key]) => key)) }))
  root.set(pdfName('ParentTree'), context.register(context.obj({ Kids: [...kids, leaf] })))
  root.set(pdfName('ParentTreeNextKey'), PDFNumber.of(nextKey))
}

function keysOf(pack: PDFDocument, node: PDFDict): readonly number[] {
  const kids = node.lookup(pdfName('Kids'))
  if (kids instanceof PDFArray) return kids.asArray().flatMap((kid) => keysOf(pack, pack.context.lookup(kid, PDFDict)))
  const nums = node.lookup(pdfName('Nums'))
  const entries = nums instanceof PDFArray ? nums.asArray() : []
  return entries.flatMap((key, index) => (index % 2 === 0 && key instanceof PDFNumber ? [key.asNumber()] : []))
}

function touches(pack: PDFDocument, element: PDFObject, page: PDFRef): boolean {
  const found = element instanceof PDFRef ? pack.context.lookup(element) : element
  if (found instanceof PDFArray) return found.asArray().some((part) => touches(pack, part, page))
  if (!(found instanceof PDFDict)) return false
  if (found.get(pdfName('Pg')) === page) return true
  const kids = found.get(pdfName('K'))
  return kids !== undefined && touches(pack, kids, page)
}
