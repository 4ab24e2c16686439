import { tidyWord } from './tidy-word.ts'
import type { PasteLoss } from './words.ts'

/**
 * Even in an inert document an inline style or handler breaks the page's security policy, which blocks and reports it. So they are
 * renamed in the text, before anything parses it; what styles say is read from `data-style` afterwards.
 */
export function quiet(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/([\s"'/])(style|on\w+)(?=\s*=)/gi, (_all, before: string, name: string) =>
        /^style$/i.test(name) ? `${before}data-style` : `${before}data-off`,
      ),
    )
}

const dropped = 'style,script,meta,link,title,xml,object,iframe,svg,video,audio,button,input,select,textarea,hr,del'
const pictures = 'img,picture,v\\:imagedata,svg'
const comments =
  '[class*="MsoComment"],div[id^="_com_"],a[href^="#_msocom"],[style*="mso-comment"],[data-style*="mso-element:comment-list"]'

/** Makes what Word, LibreOffice and Google Docs put on the clipboard into plain headings, paragraphs, lists, tables and notes. */
export function tidyPasted(root: ParentNode & Node): PasteLoss {
  const page = root.ownerDocument ?? document
  const make = (tag: string): HTMLElement => page.createElement(tag)
  const loss = {
    pictures: root.querySelectorAll(pictures).length,
    comments: root.querySelectorAll('div[id^="_com_"]').length,
  }
  for (const gone of root.querySelectorAll(`${dropped},${pictures},${comments}`)) gone.remove()
  placeNotes(root, make)
  readStyles(root, make)
  openCells(root)
  tidyWord(root, make)
  nestLists(root)
  for (const line of root.querySelectorAll('p,h1,h2,h3,h4,h5,h6')) if (isEmpty(line)) line.remove()
  return loss
}

const isEmpty = (line: Element): boolean =>
  (line.textContent ?? '').replace(/\u00a0/g, ' ').trim() === '' && !line.querySelector('sup') && !line.closest('td,th,li')

/** The text of a note goes from the end of the page to the place of its mark. */
function placeNotes(root: ParentNode, make: (tag: string) => HTMLElement): void {
  for (const note of root.querySelectorAll('div[id^="ftn"],div[id^="edn"],div[id^="sdfootnote"],div[id^="sdendnote"]')) {
    const id = note.id
    for (const mark of note.querySelectorAll('a[href^="#"]')) mark.remove()
    const said = (note.textContent ?? '')
      .replace(/^\s*\[?[\divx]*\]?\s*/, '')
      .replace(/\s+/g, ' ')
      .trim()
    // Word links to '#_ftn1', LibreOffice to '#sdfootnote1sym'.
    for (const mark of root.querySelectorAll(`a[href="#_${CSS.escape(id)}"],a[href="#${CSS.escape(id)}sym"]`)) {
      const here = make('sup')
      here.setAttribute('data-note', said)
      mark.replaceWith(here)
    }
    note.remove()
  }
}

// Word's own 'mso-bidi-font-weight' speaks of other scripts.
const boldStyle = /(?<![-\w])font-weight:\s*(?:bold|[6-9]00)/i
const plainStyle = /(?<![-\w])font-weight:\s*(?:normal|[1-4]00)/i
const italicStyle = /(?<![-\w])font-style:\s*italic/i

/** Bold and italic that only a style says become elements; Google Docs wraps everything in a bold element that is not bold. */
function readStyles(root: ParentNode, make: (tag: string) => HTMLElement): void {
  for (const bold of root.querySelectorAll('b[data-style],strong[data-style]')) {
    if (plainStyle.test(bold.getAttribute('data-style') ?? '')) bold.replaceWith(...bold.childNodes)
  }
  for (const words of root.querySelectorAll('span[data-style],font[data-style]')) {
    const style = words.getAttribute('data-style') ?? ''
    if (/mso-list:\s*ignore/i.test(style)) continue
    for (const [wanted, tag] of [
      [boldStyle, 'strong'],
      [italicStyle, 'em'],
    ] as const) {
      if (!wanted.test(style)) continue
      const wrap = make(tag)
      wrap.append(...words.childNodes)
      words.append(wrap)
    }
  }
}

const rightStyle = /text-align:\s*(?:right|end)/i

const isRight = (line: Element): boolean => line.getAttribute('align') === 'right' || rightStyle.test(line.getAttribute('data-style') ?? '')

/** A cell holds one line: the paragraphs in it are joined, a list in it becomes words. A column set to the right stays there. */
function openCells(root: ParentNode): void {
  const cells = [...root.querySelectorAll<HTMLTableCellElement>('td,th')]
  for (const table of root.querySelectorAll('table')) {
    const rows = [...table.rows]
    const right = new Set(
      rows.flatMap((row) => [...row.cells].flatMap((cell, at) => ([cell, ...cell.querySelectorAll('p,div')].some(isRight) ? [at] : []))),
    )
    for (const row of rows) for (const [at, cell] of [...row.cells].entries()) if (right.has(at)) cell.setAttribute('align', 'right')
  }
  const blocks = cells.flatMap((cell) => [...cell.querySelectorAll('p,div,li,ul,ol,h1,h2,h3,h4,h5,h6')])
  for (const block of blocks.reverse()) block.replaceWith(...block.childNodes, ' ')
}

/** Google Docs and LibreOffice put a list below a point beside the point instead of into it. */
function nestLists(root: ParentNode): void {
  for (const list of root.querySelectorAll('ul > ul,ul > ol,ol > ul,ol > ol')) {
    const before = list.previousElementSibling
    if (before?.tagName === 'LI') before.append(list)
  }
}
